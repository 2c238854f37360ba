import { formatDuration } from '../base/duration.js';

/** What is wrong with an instant that no run gets to. */
export function afterEnd(seconds: number, durationSeconds: number): string {
  return `is ${formatDuration(seconds)}, but the run ends at ${formatDuration(durationSeconds)}`;
}
