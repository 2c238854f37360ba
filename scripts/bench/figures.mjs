// How the benchmark writes its figures.

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
export const millions = (perSecond) => (perSecond / 1e6).toFixed(perSecond < 1e6 ? 3 : 2);
export const say = (text) => process.stderr.write(`${text}\n`);
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
