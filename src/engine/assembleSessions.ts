import * as eventKind from '../gateway/eventKind.js';
import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import type { SessionLog } from '../record/sessionLog.js';
import type { Scenario } from '../scenario/schema.js';
import { firstFreePrefix } from '../traffic/prefix.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { agentPlan, chatPlan } from '../traffic/sessions/plan.js';
import { Sessions, type ToolUse } from '../traffic/sessions/sessions.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

interface SessionParts {
  readonly traffic: Traffic;
  readonly streams: RunStreams;
  readonly requests: RequestTable;
  readonly heap: EventHeap;
  readonly clock: Clock;
  useTool(use: ToolUse): void;
  /** Undefined where no source has sessions. */
  readonly sessionLog: SessionLog | undefined;
}

/** The sessions of all sources; undefined where arrivals are single requests. */
export function assembleSessions(scenario: Scenario, parts: SessionParts): Sessions | undefined {
  const { traffic, streams, sessionLog } = parts;
  if (sessionLog === undefined) return undefined;
  return new Sessions({
    ...parts,
    plans: traffic.sourceNames.map((name, source) => {
      const { session, agent } = scenario.requests[traffic.classNames[source]];
      const open = (purpose: string) => streams.openIndexed(`source ${name}`, purpose);
      return (session && chatPlan(session, open)) ?? (agent && agentPlan(agent, open));
    }),
    samplers: traffic.turnSamplers(),
    dueKind: eventKind.turnDue,
    firstPrefix: firstFreePrefix(scenario.requests),
    news: sessionLog,
  });
}
