import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { defaultRegressionLimits, parseRegressionLimits, type RegressionLimit } from '../results/regressionLimit.js';
import { usageError } from './usageError.js';

/** What `--baseline`, `--max-regression` and `--update-baseline` ask for. */
export interface BaselineOptions {
  /** As the user wrote it. */
  readonly file: string;
  readonly limits: readonly RegressionLimit[];
  /** Write the file instead of comparing with it. */
  readonly isUpdate: boolean;
}

interface BaselineTexts {
  readonly file: string | undefined;
  readonly limits: string | undefined;
  readonly isUpdate: boolean;
}

/** @throws ProblemError with exit code 2 for a limit that is none, or one without a baseline */
export function readBaselineOptions({ file, limits, isUpdate }: BaselineTexts): BaselineOptions | undefined {
  if (file === undefined) {
    if (limits === undefined && !isUpdate) return undefined;
    throw usageError({
      code: 'needs-baseline',
      what: `${isUpdate ? '--update-baseline' : '--max-regression'} needs --baseline`,
      why: 'It is about the file that --baseline names.',
      fix: 'add --baseline FILE.',
    });
  }
  const read = parseRegressionLimits(limits ?? defaultRegressionLimits);
  if (read.issues.length === 0) return { file, limits: read.limits, isUpdate };
  const problems = read.issues.map(({ what, why, fix }) => ({
    code: 'bad-regression-limit',
    where: {},
    what: `--max-regression: ${what}`,
    why,
    fix,
  }));
  throw new ProblemError(problems, exitCode.wrongUsage);
}
