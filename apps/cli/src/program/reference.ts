import type { Argument, Command, Option } from 'commander';

type Row = readonly [string, string];

/** A table of two columns, laid out as the formatter does it. */
function renderTable(title: Row, rows: readonly Row[]): string[] {
  const [first, second] = [0, 1].map((column) => Math.max(...[title, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = ([one, two]: Row) => `| ${one.padEnd(first ?? 0)} | ${two.padEnd(second ?? 0)} |`;
  return [line(title), `| ${'-'.repeat(first ?? 0)} | ${'-'.repeat(second ?? 0)} |`, ...rows.map(line)];
}

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '\\<').replaceAll('*', '\\*');
const toSentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}.`;

/** A default is named by its description where that is not said already. */
function describeOption({ flags, description, defaultValue }: Option): Row {
  const isSaid = description.includes('default:') || typeof defaultValue !== 'string';
  return [
    `\`${flags.replaceAll('|', '\\|')}\``,
    `${escapeCell(description)}${isSaid ? '' : ` (default: ${defaultValue})`}`,
  ];
}

const describeArgument = (argument: Argument): Row => [
  `\`${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}\``,
  escapeCell(argument.description),
];

function describeCommand(command: Command, path: string): string[] {
  if (command.commands.length > 0) {
    return command.commands.flatMap((each) => describeCommand(each, `${path} ${each.name()}`));
  }
  const rows = [
    ...command.registeredArguments.map(describeArgument),
    ...command.options.filter(({ hidden }) => !hidden).map(describeOption),
  ];
  const table = rows.length === 0 ? [] : ['', ...renderTable(['argument or option', 'meaning'], rows)];
  return ['', `### ${path}`, '', toSentence(command.description()), ...table];
}

/** The reference of all commands as Markdown, made from the commands themselves. */
export function renderReference(program: Command): string {
  const groups = program.commands.flatMap((group) => [
    '',
    `## ${group.name()}`,
    ...describeCommand(group, `crossvault ${group.name()}`),
  ]);
  const options = renderTable(['option', 'meaning'], program.options.map(describeOption));
  return [...introduction, ...options, ...exitCodes, ...groups, ''].join('\n');
}

const introduction = [
  '# The command line',
  '',
  'After reading this page you know every command, its options and its exit codes. The commands themselves write this page.',
  '',
  'From a clone of the repository, `crossvault` is `./crossvault`. Data goes to stdout; notes and errors go to stderr. In every table `!`',
  'marks a problem, and the column `WHY` names it. A reference to a job is our id, `<connection>/<native id>`, or a native id alone; plans and items',
  'can also be given by name.',
  '',
  '## Options of every command',
  '',
];

const exitCodes = [
  '',
  '## Exit codes',
  '',
  ...renderTable(
    ['code', 'meaning'],
    [
      ['0', 'success'],
      ['1', 'a fault of Crossvault itself'],
      ['2', 'wrong usage, or an ambiguous name'],
      ['3, 4, 5', 'after waiting: a warning or skipped; failed, cancelled or unknown; the time was over'],
      ['6', 'some sources did not answer or are stale: the data is incomplete'],
      ['7', 'authentication or configuration'],
      ['8', 'not found'],
      ['130', 'interrupted'],
    ],
  ),
  '',
  '`check` ends with 0 to 3 alone, as monitoring plugins do: good, warnings, critical, unknown.',
];
