import { quantileRatio } from '../../../stats/quantileRatio.js';
import { type Interval, shareDifference } from '../../../stats/shareDifference.js';
import type { AbortLimits } from './settings.js';
import type { VersionSample } from './versionSample.js';

/** What a new version may be worse in. */
export type CheckName = keyof AbortLimits;

/** How two versions compare in one thing. */
export interface VersionCheck {
  readonly name: CheckName;
  readonly limit: number;
  /** How many answers of each were looked at. */
  readonly oldCount: number;
  readonly newCount: number;
  /** Undefined where there were too few. */
  readonly values?: { readonly old: number; readonly new: number } | undefined;
  /** How much worse the new version is, at 95 %: a drop, a rise, a ratio. */
  readonly worse?: Interval | undefined;
  readonly isBroken: boolean;
}

interface Versions {
  readonly old: VersionSample;
  readonly new: VersionSample;
}

/** Compares the versions in all that has a limit: broken where the whole interval lies beyond it. */
export function judgeVersions(versions: Versions, limits: AbortLimits, minRequests: number): VersionCheck[] {
  const names = (['quality', 'error_rate', 'ttft_p95_ratio'] as const).filter((name) => limits[name] !== undefined);
  return names.map((name) => {
    const { countOf, shownOf, worseOf } = checks[name];
    const limit = limits[name] ?? 0;
    const counts = { oldCount: countOf(versions.old), newCount: countOf(versions.new) };
    if (counts.oldCount < minRequests || counts.newCount < minRequests)
      return { name, limit, ...counts, isBroken: false };
    const worse = worseOf(versions);
    const values = { old: shownOf(versions.old), new: shownOf(versions.new) };
    return { name, limit, ...counts, values, worse, isBroken: worse !== undefined && worse.low > limit };
  });
}

interface Check {
  countOf(sample: VersionSample): number;
  shownOf(sample: VersionSample): number;
  worseOf(versions: Versions): Interval | undefined;
}

const errorsOf = ({ errors, answers }: VersionSample) => ({ hitCount: errors, runCount: answers });
const rightOf = ({ right, graded }: VersionSample) => ({ hitCount: right, runCount: graded });

const checks: Readonly<Record<CheckName, Check>> = {
  quality: {
    countOf: ({ graded }) => graded,
    shownOf: ({ right, graded }) => right / graded,
    worseOf: (versions) => shareDifference(rightOf(versions.old), rightOf(versions.new)),
  },
  error_rate: {
    countOf: ({ answers }) => answers,
    shownOf: ({ errors, answers }) => errors / answers,
    worseOf: (versions) => shareDifference(errorsOf(versions.new), errorsOf(versions.old)),
  },
  ttft_p95_ratio: {
    countOf: ({ firstTokens }) => firstTokens.count,
    shownOf: ({ firstTokens }) => firstTokens.quantileSeconds(0.95) ?? 0,
    worseOf: (versions) => quantileRatio(versions.new.firstTokens, versions.old.firstTokens, 0.95),
  },
};
