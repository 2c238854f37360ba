import { z } from 'zod';
import { distributionSettings } from '../../random/distributions/index.js';
import { meanTokens, type TokensSettings, tokensSchema } from '../tokens.js';

/** Most turns of a session; arrival numbers of two sessions lie so far apart. */
export const mostTurns = 2 ** 16;

/** An arrival of a class begins a session: turn after turn, each of which carries on what was said before. */
export const sessionSchema = z
  .strictObject({
    turns: tokensSchema.meta({ description: `Requests of a session, at most ${mostTurns}: a number, or a law` }),
    think: distributionSettings.meta({ description: 'From an answer to the next turn' }),
    carry: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .meta({ description: 'Share of the context, prompt and answer, that the next prompt begins with' }),
  })
  .meta({ description: 'An arrival begins a session; promptTokens are those that a turn adds' });

export type SessionSettings = z.output<typeof sessionSchema>;

/** An arrival of a class begins the task of an agent: a session whose turns wait for tools, not for a user. */
export const agentSchema = z
  .strictObject({
    turns: tokensSchema.meta({ description: `Requests to the model of a task, at most ${mostTurns}` }),
    contextStart: tokensSchema.meta({ description: 'Tokens of the first prompt' }),
    contextGrowth: tokensSchema.meta({ description: 'Tokens that each later prompt has more' }),
    output: tokensSchema.meta({ description: 'Tokens of an answer' }),
    tools: z
      .strictObject({
        perTurn: z.number().min(0).max(1000).meta({ description: 'A fraction is a chance of one more' }),
        request: z.string().meta({ description: 'Their request class' }),
        parallel: z.boolean().default(true).meta({ description: 'At once, else one after the other' }),
      })
      .optional(),
  })
  .meta({ description: 'An arrival begins a task, in the place of promptTokens and outputTokens' });

export type AgentSettings = z.output<typeof agentSchema>;

/** What a request class says of what follows an arrival. */
interface SessionClass {
  readonly session?: SessionSettings | undefined;
  readonly agent?: AgentSettings | undefined;
}

/** Whether an arrival of the class begins a session, be it the task of an agent. */
export function hasSessions({ session, agent }: SessionClass): boolean {
  return session !== undefined || agent !== undefined;
}

/** Whether prompts of a class begin with what was seen before: of others, or of their own session. */
export function hasPrefixes(own: SessionClass & { readonly prefix?: unknown }): boolean {
  return own.prefix !== undefined || hasSessions(own);
}

/** Requests that an arrival of a class brings on average, tools apart. */
export function meanTurns({ session, agent }: SessionClass): number {
  const { turns } = session ?? agent ?? { turns: 1 };
  return meanTokens(turns);
}

/** The class as its first turns are: an agent has its tokens elsewhere. */
export function firstTurnOf<Own extends SessionClass>(own: Own): Own & TokenSettings {
  const { agent } = own;
  return agent === undefined ? own : { ...own, promptTokens: agent.contextStart, outputTokens: agent.output };
}

/** The class as its later turns are: the prompt is what they add. */
export function laterTurnOf<Own extends SessionClass>(own: Own): Own & TokenSettings {
  const { agent } = own;
  return agent === undefined ? own : { ...firstTurnOf(own), promptTokens: agent.contextGrowth };
}

interface TokenSettings {
  readonly promptTokens?: TokensSettings | undefined;
  readonly outputTokens?: TokensSettings | undefined;
}
