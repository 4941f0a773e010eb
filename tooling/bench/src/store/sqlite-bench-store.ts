import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type BareRow,
  type BareTables,
  type BareWriter,
  type BenchStore,
  documentColumns,
  jobColumns,
} from './bench-store.ts';
import { openAddress } from './open-address.ts';

/** Every store is a file in the folder. */
export function createSqliteBenchStore(folder: string): BenchStore {
  const address = (name: string) => join(folder, `${name}.db`);
  return {
    engine: 'sqlite',
    address,
    open: (name) => openAddress(address(name)),
    async readRows(name, count) {
      const file = new DatabaseSync(address(name), { readOnly: true });
      const rows = file.prepare('select * from jobs join documents using (seq) order by seq desc limit ?').all(count);
      file.close();
      return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, toPlain(value)])));
    },
    async openBare(name, tables) {
      await (await openAddress(address(name))).close();
      return createWriter(address(name), tables);
    },
    close: async () => undefined,
  };
}

const toPlain = (value: unknown): BareRow[string] =>
  typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array ? value : null;

/** As the store has its file, so that nothing but its own work is between them. */
function createWriter(path: string, tables: BareTables): BareWriter {
  const file = new DatabaseSync(path);
  file.exec('pragma synchronous = full; pragma wal_autocheckpoint = 4000; pragma cache_size = -65536');
  if (tables === 'plain') dropIndexes(file);
  const update = jobColumns.map((column) => `${column} = excluded.${column}`).join(', ');
  const job = file.prepare(`insert into jobs (${jobColumns.join(', ')}) values (${jobColumns.map(() => '?').join(', ')})
    on conflict (id) do update set ${update} returning seq`);
  const document = file.prepare(`insert into documents (seq, document, tasks, packed) values (?, ?, ?, ?)
    on conflict (seq) do update set document = excluded.document, tasks = excluded.tasks, packed = excluded.packed`);
  const words = file.prepare('insert into job_words (rowid, words) values (?, ?)');
  return {
    async upsert(rows) {
      file.exec('begin immediate');
      for (const row of rows) {
        const seq = toPlain(job.get(...jobColumns.map((column) => row[column] ?? null))?.['seq']);
        document.run(seq, ...documentColumns.map((column) => row[column] ?? null));
        if (tables === 'same') words.run(seq, row['words'] ?? '');
      }
      file.exec('commit');
    },
    close: async () => file.close(),
  };
}

function dropIndexes(file: DatabaseSync): void {
  const indexes = file.prepare("select name from sqlite_master where type = 'index' and sql is not null").all();
  for (const { name } of indexes) file.exec(`drop index ${String(name)}`);
}
