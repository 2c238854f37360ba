import { buildDistribution } from '../../random/distributions/index.js';
import type { IndexedStream } from '../../random/keyedStream.js';
import { type TokensSettings, wholeDraws } from '../tokens.js';
import { type AgentSettings, mostTurns, type SessionSettings } from './settings.js';

/** How the sessions of one source go on. What is drawn is keyed by (session, turn), so every policy meets the same. */
export interface SessionPlan {
  /** Turns of the session that the n-th arrival begins. */
  turnCount(session: number): number;
  /** From the answer to a turn to what follows it. */
  thinkSeconds(session: number, turn: number): number;
  /** Tokens of the next prompt beside those that its turn adds. */
  baseTokens(promptTokens: number, outputTokens: number): number;
  /** Tokens that it begins with and that the server of this turn has seen, where it is as long. */
  carriedTokens(promptTokens: number, outputTokens: number): number;
  /** What follows an answer before the next turn. */
  readonly tools: ToolPlan | undefined;
}

interface ToolPlan {
  readonly isParallel: boolean;
  /** Tools that the answer to a turn asks for. */
  countOf(session: number, turn: number): number;
}

type Streams = (purpose: string) => IndexedStream;

/** A user who reads each answer, and asks on. */
export function chatPlan({ turns, think, carry }: SessionSettings, streams: Streams): SessionPlan {
  const thinking = buildDistribution(think);
  const stream = streams('turn think');
  const carriedTokens = (promptTokens: number, outputTokens: number) =>
    Math.floor(carry * (promptTokens + outputTokens));
  return {
    turnCount: turnCounts(turns, streams),
    thinkSeconds: (session, turn) => {
      stream.seek(session, turn);
      return thinking.sample(stream);
    },
    baseTokens: carriedTokens,
    carriedTokens,
    tools: undefined,
  };
}

/** An agent, whose prompts grow by what it was told of the growth: answers and what tools said. */
export function agentPlan({ turns, tools }: AgentSettings, streams: Streams): SessionPlan {
  return {
    turnCount: turnCounts(turns, streams),
    thinkSeconds: () => 0,
    baseTokens: (promptTokens) => promptTokens,
    carriedTokens: (promptTokens, outputTokens) => promptTokens + outputTokens,
    tools: tools && { isParallel: tools.parallel, countOf: toolCounts(tools.perTurn, streams) },
  };
}

function turnCounts(turns: TokensSettings, streams: Streams): (session: number) => number {
  const law = wholeDraws(turns, mostTurns);
  const stream = streams('turns');
  return (session) => {
    stream.seek(session, 0);
    return law.sample(stream);
  };
}

function toolCounts(perTurn: number, streams: Streams): (session: number, turn: number) => number {
  const stream = streams('tools');
  const whole = Math.floor(perTurn);
  return (session, turn) => {
    stream.seek(session, turn);
    return whole + (stream.uniform() < perTurn - whole ? 1 : 0);
  };
}
