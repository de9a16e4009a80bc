import { Series } from './figure';
import { unique } from './report';
import { median } from './stats';

const WIDTH = 760;
const ROW = 18;
const MARGIN = 70;
/** Beyond it, bars from zero would hide the smaller ones. */
const WIDE = 50;

/** One picture a figure: a panel a quantity, a dot at each median, a line from the least to the most. */
export async function plot(series: Series[]): Promise<string> {
  const Plot = await import('@observablehq/plot');
  const { JSDOM } = await import('jsdom');
  const { document } = new JSDOM('').window;
  let top = 0;
  const panels = unique(series.map(({ what }) => what)).map((what) => {
    const points = series
      .filter((one) => one.what === what)
      .map(({ who, at, unit, rounds }) => ({
        row: `${at}: ${who}`,
        who,
        unit,
        least: Math.min(...rounds),
        most: Math.max(...rounds),
        middle: median(rounds),
      }));
    const isWide =
      Math.min(...points.map(({ least }) => least)) > 0 &&
      Math.max(...points.map(({ most }) => most)) >
        WIDE * Math.min(...points.map(({ least }) => least));
    const height = points.length * ROW + MARGIN;
    const label = `${what}, ${points[0]?.unit}${isWide ? ' (logarithmic)' : ''}`;
    const panel = Plot.plot({
      document,
      width: WIDTH,
      height,
      marginLeft: 330,
      marginTop: 40,
      x: { axis: 'top', grid: true, label, ...(isWide ? { type: 'log' } : { zero: true }) },
      y: { label: null, domain: points.map(({ row }) => row) },
      marks: [
        Plot.ruleY(points, { y: 'row', x1: 'least', x2: 'most', stroke: 'who' }),
        Plot.dot(points, { y: 'row', x: 'middle', fill: 'who', r: 4 }),
      ],
    });
    panel.setAttribute('y', String(top));
    top += height;
    return panel.outerHTML;
  });
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}"`;
  return `<svg ${frame}><rect width="100%" height="100%" fill="white"/>${panels.join('')}</svg>\n`;
}
