import type { Clock } from '../../kernel/clock.js';
import type { EventHeap } from '../../kernel/eventHeap.js';
import * as rank from '../../kernel/rank.js';
import type { ArrivalBlock } from '../arrivalBlock.js';
import * as double from '../double.js';
import type { RequestSampler } from '../requestSampler.js';
import type { RequestTable } from '../requestTable.js';
import { mostTokens } from '../tokens.js';
import * as word from '../word.js';
import type { SessionPlan } from './plan.js';
import { SessionTable } from './sessionTable.js';
import { mostTurns } from './settings.js';

/** Who counts sessions; seconds are of the first turn's arrival where nothing else is said. */
export interface SessionNews {
  began(source: number, seconds: number): void;
  /** A turn arrives, whose prompt begins with so many tokens of the turns before. */
  turned(source: number, arrivalSeconds: number, carriedTokens: number): void;
  /** Its last turn was answered well, or a turn failed. */
  ended(source: number, seconds: number, answerSeconds: number, isGood: boolean): void;
}

/** How a turn ended for its client. */
export interface TurnAnswer {
  readonly isGood: boolean;
  readonly answerSeconds: number;
}

/** A call for a tool that an agent makes between two turns. */
export interface ToolUse {
  /** Row of the session, and its source. */
  readonly session: number;
  readonly source: number;
  /** Of the turn that asked for it, from 0. */
  readonly index: number;
  /** Of that turn, as in `ArrivalBlock`. */
  readonly arrivalNumber: number;
  readonly service: number;
  readonly user: number;
  readonly consumer: number;
}

export interface SessionsOptions {
  /** [source] undefined where arrivals are single requests */
  readonly plans: readonly (SessionPlan | undefined)[];
  /** [source] the numbers of later turns, by (session, turn) */
  readonly samplers: readonly RequestSampler[];
  readonly requests: RequestTable;
  readonly heap: EventHeap;
  readonly clock: Clock;
  /** Kind of the event that a turn, or a tool before it, is due. */
  readonly dueKind: number;
  /** Begins a tool of a session; `toolAnswered` tells of its end. */
  useTool(use: ToolUse): void;
  /** No prefix that classes share has this number or a higher one. */
  readonly firstPrefix: number;
  readonly news: SessionNews;
}

/**
 * Sessions of open sources: an arrival is the first turn, and each answer brings the next one, after its think time or once
 * the tools that it asked for have answered, well or not.
 *
 * The n-th arrival of a source has the same turns under every policy; when they come follows from the answers. The context
 * of a session is a prefix of its own, which grows: a server that has answered a turn may find it in its cache.
 */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly table = new SessionTable();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** The arrival of an open source happens now: a session begins with it, where its source has some. */
  begin(block: ArrivalBlock, arrival: number): void {
    const source = block.sources[arrival];
    const plan = this.#options.plans[source];
    if (plan === undefined) return;
    const { table } = this;
    const session = table.take();
    const number = block.numbers[arrival];
    table.sources[session] = source;
    table.numbers[session] = number;
    table.begunSeconds[session] = block.seconds[arrival];
    table.turns[session] = 0;
    table.turnCounts[session] = plan.turnCount(number);
    table.users[session] = block.users[arrival];
    table.consumers[session] = block.consumers[arrival];
    table.carriedTokens[session] = 0;
    table.toolsLeft[session] = 0;
    this.#options.news.began(source, block.seconds[arrival]);
    this.#mark(session, block, arrival);
  }

  /** The client has the answer to a turn at `answerSeconds`. @returns whether the session goes on */
  answered(source: number, row: number, { isGood, answerSeconds }: TurnAnswer): boolean {
    const { plans, requests, heap, dueKind, news } = this.#options;
    const plan = plans[source];
    if (plan === undefined) return false;
    const { table } = this;
    const session = requests.sessions[row];
    const turn = table.turns[session];
    if (!isGood || turn + 1 === table.turnCounts[session]) {
      news.ended(source, table.begunSeconds[session], answerSeconds, isGood);
      table.drop(session);
      return false;
    }
    const { doubles, words } = requests;
    const [prompt, output] = [doubles[(row << 4) | double.cpu], doubles[(row << 4) | double.io]];
    const number = table.numbers[session];
    table.baseTokens[session] = plan.baseTokens(prompt, output);
    table.carriedTokens[session] = plan.carriedTokens(prompt, output);
    table.turns[session] = turn + 1;
    table.toolsLeft[session] = plan.tools?.countOf(number, turn) ?? 0;
    table.toolsBegun[session] = 0;
    table.services[session] = words[(row << 5) | word.service];
    heap.push(answerSeconds + plan.thinkSeconds(number, turn), rank.arrival, dueKind, session, 0);
    return true;
  }

  /** What follows an answer is due now. @returns whether it is the next turn; else tools have begun */
  due(session: number): boolean {
    const { table } = this;
    const left = table.toolsLeft[session];
    if (left === 0) return true;
    const { plans, clock, useTool } = this.#options;
    const source = table.sources[session];
    const count = plans[source]?.tools?.isParallel === true ? left : 1;
    table.toolsLeft[session] = left - count;
    table.toolsUnderWay[session] = count;
    table.toolsEndSeconds[session] = clock.nowSeconds;
    const use = {
      session,
      source,
      arrivalNumber: arrivalNumberOf(table.numbers[session], table.turns[session] - 1),
      service: table.services[session],
      user: table.users[session],
      consumer: table.consumers[session],
    };
    for (let begun = 0; begun < count; begun++) useTool({ ...use, index: table.toolsBegun[session]++ });
    return false;
  }

  /** A tool of the session has answered, well or not: an agent reads an error, too, and goes on. */
  toolAnswered(session: number, answerSeconds: number): void {
    const { toolsUnderWay, toolsEndSeconds } = this.table;
    const { heap, dueKind } = this.#options;
    toolsEndSeconds[session] = Math.max(toolsEndSeconds[session], answerSeconds);
    if (--toolsUnderWay[session] === 0) heap.push(toolsEndSeconds[session], rank.arrival, dueKind, session, 0);
  }

  /** Puts the turn of the session that is due into the block. */
  store(session: number, block: ArrivalBlock, arrival: number): void {
    const { table } = this;
    const source = table.sources[session];
    const sampler = this.#options.samplers[source];
    sampler.drawAt(table.numbers[session], table.turns[session]);
    sampler.store(block, arrival);
    block.sources[arrival] = source;
    const prompt = Math.min(mostTokens, table.baseTokens[session] + sampler.cpuSeconds);
    table.carriedTokens[session] = Math.min(table.carriedTokens[session], prompt);
    block.cpuSeconds[arrival] = prompt;
    block.users[arrival] = table.users[session];
    block.consumers[arrival] = table.consumers[session];
    this.#mark(session, block, arrival);
  }

  /** What the turn has of its session. */
  #mark(session: number, block: ArrivalBlock, arrival: number): void {
    const { plans, firstPrefix, news } = this.#options;
    const { sources, numbers, turns, carriedTokens } = this.table;
    const number = numbers[session];
    block.sessions[arrival] = session;
    block.turns[arrival] = turns[session];
    block.carriedTokens[arrival] = carriedTokens[session];
    block.numbers[arrival] = arrivalNumberOf(number, turns[session]);
    block.prefixes[arrival] = firstPrefix + number * plans.length + sources[session];
    news.turned(sources[session], block.seconds[arrival], carriedTokens[session]);
  }
}

/** Of a turn of the n-th session; the turns of no two sessions have one number. */
function arrivalNumberOf(session: number, turn: number): number {
  return session * mostTurns + turn;
}
