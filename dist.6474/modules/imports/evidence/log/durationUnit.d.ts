import type { LogLine } from '../../log/lineFormat.js';
/** The unit in which a log writes durations that its format has in seconds. */
export type DurationUnit = 's' | 'ms';
/**
 * Milliseconds, where durations are whole numbers of many kinds and half of them are 2 or more: servers that count in seconds write decimals.
 *
 * Only of lines whose duration was subtracted: other formats have a unit of their own.
 */
export declare function durationUnit(file: string): DurationUnit;
/** A line with its durations, and the arrival that follows from them, in seconds. */
export declare function inUnit(line: LogLine, unit: DurationUnit): LogLine;
