import { Measured, Series } from './figure';
import { spread } from './stats';

/** What a run leaves in test-results: everything that the document is made from. */
export interface Result extends Measured {
  name: string;
  title: string;
  /** What made it. */
  command: string;
  node: string;
  processors: number;
  rounds: number;
}

export const unique = <T>(values: T[]): T[] => [...new Set(values)];

const line = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** A table a quantity: a line a setting, a column for each who was measured. */
function table(what: string, series: Series[]): string[] {
  const whos = unique(series.map(({ who }) => who));
  const cell = (at: string, who: string) => {
    const found = series.find((one) => one.at === at && one.who === who);
    return found ? spread(found.rounds) : '';
  };
  return [
    line([`${what}, ${series[0]?.unit}`, ...whos]),
    line(['---', ...whos.map(() => '---:')]),
    ...unique(series.map(({ at }) => at)).map((at) =>
      line([at, ...whos.map((who) => cell(at, who))]),
    ),
    '',
  ];
}

/** The result as Markdown, which is also what the terminal shows. */
export function markdown({ series, targets, notes, ...run }: Result): string {
  const judged = targets.map(({ wanted, measured, isMet }) =>
    line([wanted, measured, isMet ? 'reached' : '**not reached**']),
  );
  return [
    `\`${run.command}\`: ${run.rounds} rounds, Node.js ${run.node}, ${run.processors} processors. Median (least–most) of the rounds.`,
    '',
    ...unique(series.map(({ what }) => what)).flatMap((what) =>
      table(
        what,
        series.filter((one) => one.what === what),
      ),
    ),
    ...(judged.length > 0 ? [line(['wanted', 'measured', '']), line(['---', '---', '---'])] : []),
    ...judged,
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}
