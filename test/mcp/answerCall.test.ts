import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerCharacters } from '../../src/mcp/limits.js';
import { answerCall } from '../../src/mcp/tools/answerCall.js';
import { tools } from '../../src/mcp/tools/index.js';
import { type CallContext, defineTool, type Tool } from '../../src/mcp/tools/tool.js';

const context = { shared: {}, signal: new AbortController().signal, onProgress() {} } as unknown as CallContext; // safe: no tool here looks at it

/** A value of a schema in which every list has many entries, and every text is long. */
function large(schema: z.ZodType): unknown {
  const inner = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  if (inner !== schema) return large(inner as z.ZodType); // safe: what it wraps is a schema
  if (schema instanceof z.ZodArray) return Array.from({ length: 60 }, () => large(schema.element as z.ZodType)); // safe: as above
  if (schema instanceof z.ZodObject) {
    const known = Object.entries(schema.shape)
      .filter(([key]) => key !== 'omitted')
      .map(([key, part]) => [key, large(part as z.ZodType)] as const); // safe: as above
    return { ...Object.fromEntries(known), ...(known.length === 0 ? { anything: 'x'.repeat(900) } : {}) };
  }
  if (schema instanceof z.ZodRecord)
    return Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`m${at}`, large(schema.valueType as z.ZodType)])); // safe: as above
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodBoolean) return true;
  return schema instanceof z.ZodString ? 'x'.repeat(250) : 123_456;
}

/** The tool with an answer of our own, whatever it is asked. */
const answering = ({ name, output, shorten }: Tool) =>
  defineTool({
    ...{ name, title: name, description: '', output, shorten },
    input: z.strictObject({}),
    async call() {
      return { text: 'x'.repeat(2 * answerCharacters), structured: large(output) as Record<string, unknown> }; // safe: of an object
    },
  });

describe('an answer that is too long', () => {
  it.each(tools.filter(({ name }) => name !== 'validate').map((tool) => [tool.name, tool] as const))(
    'of %s is cut to its size, says what is missing, and still is what its schema says',
    async (_, tool) => {
      const { structuredContent, content } = await answerCall(answering(tool), {}, context);
      expect(tool.output.safeParse(structuredContent).success).toBe(true);
      const { omitted, ...data } = structuredContent as { readonly omitted: readonly string[] }; // safe: by the line above
      expect(omitted.filter((key) => !tool.shorten.includes(key))).toEqual([]);
      const isSmall = JSON.stringify(data).length <= answerCharacters;
      expect(isSmall || omitted.at(-1) === tool.shorten.at(-1)).toBe(true);
      const [{ text = '' }] = content as { text?: string }[]; // safe: the first is the text
      expect(text.length).toBeLessThanOrEqual(answerCharacters);
      expect(text).toMatch(/cut off after 25000 characters$/);
    },
  );

  it('keeps what need not go', async () => {
    const tool = defineTool({
      ...{ name: 'a', title: 'a', description: '', shorten: ['list.more', 'rest', 'list'] },
      input: z.strictObject({}),
      output: z.object({
        list: z.array(z.object({ name: z.string(), more: z.string().optional() })),
        rest: z.string().optional(),
      }),
      async call() {
        const list = [1, 2].map((number) => ({ name: `n${number}`, more: 'x'.repeat(20_000) }));
        return { text: '', structured: { list, rest: 'stays' } };
      },
    });
    const { structuredContent } = await answerCall(tool, {}, context);
    expect(structuredContent).toEqual({
      list: [{ name: 'n1' }, { name: 'n2' }],
      rest: 'stays',
      omitted: ['list.more'],
    });
  });
});
