import { PointRunner } from '../tune/pointRunner.js';
import type { CommandInput } from './command.js';
import { Progress } from './progress.js';

interface Search<Found> {
  /** What the progress is of. */
  readonly title: string;
  /** Runs that it will take, as far as is known by now. */
  expectedRunCount(): number;
  find(runner: PointRunner): Promise<Found>;
}

/** Searches with the workers that the options give, shows how far it is, and ends both. */
export async function withPointRunner<Found>(
  { options, output, interruption }: CommandInput,
  { title, expectedRunCount, find }: Search<Found>,
): Promise<Found> {
  const progress = new Progress(title, output);
  const runner = new PointRunner({
    workerCount: options.workers,
    allowance: options.allowance,
    signal: interruption.signal,
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    onRun: (count) => {
      if (!options.quiet) progress.update(Math.min(0.99, count / expectedRunCount()));
    },
  });
  try {
    return await find(runner);
  } finally {
    progress.end();
    runner.close();
  }
}
