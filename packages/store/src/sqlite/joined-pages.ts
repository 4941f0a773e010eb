import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type JobStore, type JoinedPage, jobTextVersion } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import type { ReadSources } from '../jobs/access-path.ts';
import { compareRows, type RowPosition, selectPositions, toPosition } from '../jobs/job-positions.ts';
import { findQuickPath } from '../jobs/quick-list.ts';
import { prepareOnce, rememberStatements, toInputs } from './node-sqlite-dialect.ts';
import { toSqliteFault } from './sqlite-faults.ts';

/** What of a position a joined page needs, in the order of {@link toRow}. `id` and `started_ms` give the order. */
const columns = 'seq, id, started_ms, connection, text_version';

/** The documents in the order of the given numbers, with `documentSeparator` between them: the left table of a cross join is the outer loop. */
const joined = `select group_concat(document, char(44, 10)) as documents, group_concat(documents.seq, ',') as seqs
  from json_each(?) as given cross join documents on documents.seq = given.value`;

const empty: JoinedPage = { documents: '', connections: [], isOfThisVersion: true, next: null };

interface JoinedPageParts {
  readonly db: Database;
  readonly engine: Engine;
  readonly file: DatabaseSync;
  readonly path: string;
  readonly readSources: ReadSources;
}

/**
 * Reads quick pages as one text, in the thread that asks. SQLite puts the documents together: handing over each of them as a
 * text of its own takes longer than finding them.
 */
export function createJoinedPages({ db, engine, file, path, readSources }: JoinedPageParts) {
  const prepare = rememberStatements((text) => {
    const statement = prepareOnce(file, text);
    // Making an object of each row takes as long as finding them.
    statement.setReturnArrays(true);
    return statement;
  });
  const documents = file.prepare(joined);
  const [begin, commit] = [file.prepare('begin'), file.prepare('commit')];

  /** Both statements see one snapshot. Nothing is awaited between them, so no other call of this session is under way. */
  function inSnapshot<Result>(read: () => Result): Result {
    const isOwn = !file.isTransaction;
    try {
      if (isOwn) begin.run();
      return read();
    } catch (error) {
      throw toSqliteFault(error, path);
    } finally {
      if (isOwn && file.isTransaction) commit.run();
    }
  }

  const joinPage: NonNullable<JobStore['joinPage']> = async (criteria, { sort, after, limit }) => {
    const found = await findQuickPath(db, engine, criteria, limit + 1, readSources);
    if (found === null) return null;
    const question = found.path === null ? null : { ...found.path, times: criteria };
    // One more than the page, which shows whether more jobs follow.
    const positions =
      question === null ? null : selectPositions(engine, question, { sort, after, limit: limit + 1 }, columns);
    if (positions === null) return empty;
    return inSnapshot(() => {
      const rows = prepare(positions.text)
        .all(...toInputs(positions.values))
        .map((values) => toRow(Object.values(values)));
      rows.sort((a, b) => compareRows(sort, a, b));
      const listed = rows.slice(0, limit);
      if (listed.length === 0) return empty;
      const last = rows.length > limit ? listed.at(-1) : undefined;
      const seqs = listed.map(({ seq }) => seq).join(',');
      const text = documents.get(`[${seqs}]`);
      // SQLite promises the order of no aggregate without a sort, which would take as long as all the rest.
      if (text?.['seqs'] !== seqs) return null;
      return {
        documents: String(text['documents']),
        connections: listed.map(({ connection }) => connection),
        isOfThisVersion: listed.every(({ text_version: version }) => version === jobTextVersion),
        next: last === undefined ? null : toPosition(last),
      };
    });
  };
  return joinPage;
}

type Row = Pick<RowPosition, 'seq' | 'id' | 'started_ms' | 'connection' | 'text_version'>;

const toRow = ([seq, id, startedMs = null, connection, textVersion]: readonly SQLOutputValue[]): Row => ({
  seq: Number(seq),
  id: String(id),
  started_ms: startedMs === null ? null : Number(startedMs),
  connection: String(connection),
  text_version: Number(textVersion),
});
