import { join } from 'node:path';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { visibleJson } from '../../base/visible.js';
import type { BacktestResult } from '../../results/backtestResult.js';
import type { Options } from '../options.js';
import { defaultFolder } from '../reportFiles.js';
import { unknownName } from '../usageError.js';
import { packageVersion } from '../version.js';

/** The reports of a backtest, planned before it runs. */
export interface BacktestFiles {
  /** @returns what was written, in words. @throws ProblemError with exit code 106 */
  write(result: BacktestResult): Promise<string>;
}

const kinds = {
  html: { fileName: 'backtest.html', mark: / backtest - dryscale<\/title>/ },
  json: { fileName: 'backtest.json', mark: /^\{\s*"format": "dryscale-backtest\// },
} as const;
type Kind = keyof typeof kinds;

/** For programs: `backtest` has a row for each measure. */
export function backtestData(result: BacktestResult) {
  return { format: 'dryscale-backtest/1', version: packageVersion(), ...result };
}

export function backtestJson(result: BacktestResult): string {
  return `${visibleJson(backtestData(result), 2)}\n`;
}

/** What `--out` and `--report` ask for; the page and the document when they do not say. @throws ProblemError */
export function backtestFiles({
  out = defaultFolder,
  report = 'html,json',
}: Pick<Options, 'out' | 'report'>): BacktestFiles {
  const wanted = report.split(',').map((name) => kindOf(name.trim()));
  const places = wanted.map((kind) => ({ kind, path: join(out, kinds[kind].fileName), mark: kinds[kind].mark }));
  checkOutputs(places);
  return {
    write: async (result) => {
      writeFiles(
        await Promise.all(places.map(async ({ kind, ...place }) => ({ ...place, text: await textOf(kind, result) }))),
      );
      return places.map(({ path }) => path).join(', ');
    },
  };
}

function kindOf(name: string): Kind {
  if (name === 'html' || name === 'json') return name;
  throw unknownName('--report of backtest', name, Object.keys(kinds));
}

/** What draws is loaded when a page is written: it takes longer to load than all the rest. */
async function textOf(kind: Kind, result: BacktestResult): Promise<string> {
  if (kind === 'json') return backtestJson(result);
  const { backtestPage } = await import('../../report/pages.js');
  return backtestPage(result, { version: packageVersion() });
}
