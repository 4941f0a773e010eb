import type { Calendar, OccurrenceState } from '@crossvault/core/insight';
import { dayLetters, occurrenceStates } from '@crossvault/core/insight';
import type { Palette } from '../palette.ts';
import { toPlainLine } from '../plain-text.ts';
import { clipText, textWidth } from '../text-width.ts';
import { toRatioText } from './counts.ts';
import { paintState } from './occurrences.ts';

const longestName = 40;
const leastName = 12;
const ratioWidth = '100.0 %'.length;
const gap = '  ';

/** A calendar as lines, and how many of its oldest days had no room. */
export interface CalendarPicture {
  readonly lines: readonly string[];
  readonly hiddenDays: number;
}

const stateOf = (letter: string): OccurrenceState | undefined =>
  occurrenceStates.find((state) => dayLetters[state] === letter);

/** Days that had room: two columns a day where all fit, else one, and fewer days where these do not fit either. */
function fitDays(days: number, room: number): { readonly cell: 1 | 2; readonly shown: number } {
  if (days * 2 <= room) return { cell: 2, shown: days };
  return { cell: 1, shown: Math.max(1, Math.min(days, room)) };
}

/**
 * One row a subject or group, one letter a day, the newest at the right. Colours repeat what the letters say.
 *
 * @param ahead how many of the days are to come: a bar stands before them
 */
export function renderCalendar(calendar: Calendar, ahead: number, width: number, palette: Palette): CalendarPicture {
  const { days, data } = calendar;
  const names = data.map(toRowName);
  const natural = Math.min(longestName, Math.max(leastName, ...names.map((name) => textWidth(name))));
  const bar = ahead > 0 ? 1 : 0;
  const rest = gap.length * 2 + ratioWidth + bar;
  const nameWidth = Math.max(leastName, Math.min(natural, width - rest - days.length));
  const { cell, shown } = fitDays(days.length, width - rest - nameWidth);
  const from = days.length - shown;
  const split = Math.max(0, shown - ahead);
  const withBar = (cells: readonly string[], mark: string): string =>
    bar === 0 ? cells.join('') : `${cells.slice(0, split).join('')}${mark}${cells.slice(split).join('')}`;
  const toLine = (name: string, cells: readonly string[], mark: string, end: string): string =>
    `${name}${' '.repeat(Math.max(0, nameWidth - textWidth(name)))}${gap}${withBar(cells, mark)}${gap}${end}`.trimEnd();
  const toCells = (letters: string, mixed: string): readonly string[] =>
    [...letters].slice(from).map((letter, index) => {
      const state = stateOf(letter);
      const painted = state === undefined ? letter : paintState(state, palette)(letter);
      return cell === 1 ? painted : `${painted}${mixed[from + index] === '*' ? '*' : ' '}`;
    });
  return {
    lines: [
      ...toDateLines(days.slice(from), bar === 0 ? shown : split, cell).map((cells, index) =>
        toLine(index === 2 ? calendar.group.toUpperCase() : '', cells, '|', index === 2 ? 'MET' : ''),
      ),
      ...data.map((row, index) =>
        toLine(
          clipText(names[index] ?? '', nameWidth),
          toCells(row.days, row.mixed),
          '|',
          toRatioText(row.counts.ratio).padStart(ratioWidth),
        ),
      ),
      '',
      ...toLegend(calendar, cell, palette),
    ],
    hiddenDays: from,
  };
}

const toRowName = ({ name, id, subject }: Calendar['data'][number]): string =>
  toPlainLine(subject === null ? (name ?? (id || 'none')) : `${name ?? id} (${subject.connection})`);

/** Three lines above the days: the month where it begins, the tens and the units of the day. No month runs over the bar before `split`. */
function toDateLines(days: readonly string[], split: number, cell: 1 | 2): readonly (readonly string[])[] {
  const pad = (text: string): string => text.padEnd(cell);
  const toMonths = (part: readonly string[]): readonly string[] =>
    spread(
      part.map((day, index) =>
        index === 0 || day.endsWith('-01') ? (monthNames[Number(day.slice(5, 7)) - 1] ?? '') : '',
      ),
      cell,
    );
  return [
    [...toMonths(days.slice(0, split)), ...toMonths(days.slice(split))],
    days.map((day) => pad(day.slice(8, 9))),
    days.map((day) => pad(day.slice(9))),
  ];
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Labels that are longer than their cells run into the empty cells behind them; one without room for all of it is left out. */
function spread(labels: readonly string[], cell: number): readonly string[] {
  const length = labels.length * cell;
  let line = '';
  labels.forEach((label, index) => {
    const at = index * cell;
    if (label !== '' && line.length <= at && at + label.length <= length) line = line.padEnd(at) + label;
  });
  const whole = line.padEnd(length);
  return labels.map((_label, index) => whole.slice(index * cell, (index + 1) * cell));
}

/** The letters that occur, with their meanings. */
function toLegend({ letters, data, rule, timeZone }: Calendar, cell: 1 | 2, palette: Palette): readonly string[] {
  const seen = new Set(data.flatMap(({ days }) => [...days]));
  const meanings = Object.entries(letters).filter(([letter]) => seen.has(letter));
  const entries = [
    ...meanings.map(([letter, meaning]) => `${letter} ${meaning}`),
    ...(seen.has('.') ? ['. nothing due'] : []),
  ];
  const isMixed = data.some(({ mixed }) => mixed.includes('*'));
  return [
    ...wrap(entries, 76).map(palette.quiet),
    palette.quiet(`Rule: ${rule}. A day begins at noon unless configured otherwise, in ${timeZone}.`),
    ...(isMixed && cell === 2 ? [palette.quiet('*: the runs of the day ended differently.')] : []),
  ];
}

/** Entries in lines of at most so many columns. */
function wrap(entries: readonly string[], most: number): readonly string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + gap.length + entry.length <= most)
      lines[lines.length - 1] = `${last}${gap}${entry}`;
    else lines.push(entry);
  }
  return lines;
}
