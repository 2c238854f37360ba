import type { z } from 'zod';
import type { Shared } from '../shared.js';

/** What a call comes to: what people read, and the same as data. */
export interface Answer {
  /** What must not be overlooked stands first. */
  readonly text: string;
  readonly structured: Readonly<Record<string, unknown>>;
  /** All of it, where `structured` is a part: kept for `dryscale://results/ID`. */
  readonly kept?: { readonly id: string; readonly document: unknown; readonly hasPage: boolean };
}

export interface CallContext {
  readonly shared: Shared;
  /** The call has been given up. */
  readonly signal: AbortSignal;
  onProgress(share: number, title: string): void;
}

/** A tool: what it is for, what it takes, what it gives. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** Read by an agent that has read nothing else. */
  readonly description: string;
  readonly input: z.ZodObject;
  /** Without `problems`, which every answer may have instead. */
  readonly output: z.ZodObject;
  /** There are reports of its answers, which a view shows. */
  readonly hasPage?: boolean;
  /**
   * What of an answer may be left out where it is too long, the first before the others: a list is then empty, another key that
   * `output` need not have is not there. `policies.measures` is that of each of a list.
   */
  readonly shorten: readonly string[];
  /** @param input as `input` has read it @throws CallProblems */
  call(input: unknown, context: CallContext): Promise<Answer>;
}

/** A tool whose input has its type. */
export function defineTool<Input extends z.ZodObject>(
  tool: Omit<Tool, 'input' | 'call'> & {
    readonly input: Input;
    call(input: z.output<Input>, context: CallContext): Promise<Answer>;
  },
): Tool {
  return { ...tool, call: (input, context) => tool.call(input as z.output<Input>, context) }; // safe: whoever calls has read it by `tool.input`
}
