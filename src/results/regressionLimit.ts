import { suggestion } from '../base/nearest.js';
import { type RegressionLevel, regressionLevels } from './baselineResult.js';
import { measureOf, measures } from './measures/index.js';
import { plainName } from './partName.js';

/** How much worse than its baseline a measure may become. */
export interface RegressionLimit {
  /** May begin with `services.<name>.`. */
  readonly measure: string;
  readonly better: 'lower' | 'higher';
  /** `relative`: a share of the baseline's mean; `absolute`: in the measure's unit. */
  readonly kind: 'relative' | 'absolute';
  /** >= 0 */
  readonly limit: number;
  readonly level: RegressionLevel;
}

/** Why a text is no limit, in the parts of a Problem. */
interface LimitIssue {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What `--max-regression` is when nobody says: the bill, and how long the slowest wait. */
export const defaultRegressionLimits = 'cost_usd=5%,latency_all_p99_ms=10%';

const example = 'write for example cost_usd=5%,latency_all_p99_ms=20:warn.';

/** Reads `cost_usd=5%,latency_all_p99_ms=20:warn`: measure, limit (a share with %, else in the measure's unit), level. */
export function parseRegressionLimits(text: string): {
  readonly limits: readonly RegressionLimit[];
  readonly issues: readonly LimitIssue[];
} {
  const limits: RegressionLimit[] = [];
  const issues: LimitIssue[] = [];
  for (const part of text.split(',')) {
    const limit = parseLimit(part.trim());
    if ('what' in limit) issues.push(limit);
    else if (limits.some(({ measure }) => measure === limit.measure)) {
      issues.push({
        what: `${limit.measure} has two limits`,
        why: 'Only one of them can be meant.',
        fix: 'keep one.',
      });
    } else limits.push(limit);
  }
  return { limits, issues };
}

function parseLimit(part: string): RegressionLimit | LimitIssue {
  const match = /^([^=\s]+)\s*=\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)\s*(?::\s*(\w*))?$/.exec(part);
  if (match === null || !Number.isFinite(Number(match[2]))) {
    const why =
      'It is a measure, =, a number that is not negative (with % for a share), and :warn where it only warns.';
    return { what: `"${part}" is not a limit`, why, fix: example };
  }
  const [, measure, number, percent, level = 'error'] = match;
  if (!isLevel(level)) {
    const fix = suggestion(level, regressionLevels);
    return { what: `"${level}" is not a level`, why: `${measure} is judged as error or as warn.`, fix };
  }
  const better = measureOf(measure)?.better;
  if (better === undefined) {
    const fix = suggestion(
      plainName(measure),
      measures.map(({ name }) => name),
    );
    return { what: `"${measure}" is not a measure`, why: 'Only measures of the report can be compared.', fix };
  }
  if (better === 'none') {
    const fix = 'name a measure of which one direction is better, such as cost_usd.';
    return { what: `${measure} cannot become worse`, why: 'Neither direction of it is better.', fix };
  }
  const isRelative = percent === '%';
  const limit = isRelative ? Number(number) / 100 : Number(number);
  return { measure, better, kind: isRelative ? 'relative' : 'absolute', limit, level };
}

function isLevel(text: string): text is RegressionLevel {
  return regressionLevels.some((level) => level === text);
}
