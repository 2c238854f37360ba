import type { Clock } from '../kernel/clock.js';
import { CallLog } from '../record/callLog.js';
import { ConsumerLog } from '../record/consumerLog.js';
import { Journal } from '../record/journal.js';
import { Ledger } from '../record/ledger.js';
import { OutcomeLog } from '../record/outcomeLog.js';
import { RequestLog, type TokenLimits } from '../record/requestLog.js';
import { SessionLog } from '../record/sessionLog.js';
import { SettlingLog } from '../record/settlingLog.js';
import { TimelineLog } from '../record/timelineLog.js';
import type { AnswerJudge } from '../record/tokenBlock.js';
import { TokenCurvesLog } from '../record/tokenCurves.js';
import { TokenLog } from '../record/tokenLog.js';
import { consumerNames, hasConsumers } from '../scenario/consumersIn.js';
import { hasProviders, targetNames } from '../scenario/routeTargets.js';
import { ArrivalBlock } from '../traffic/arrivalBlock.js';
import type { RequestTable } from '../traffic/requestTable.js';
import { Fingerprint } from './fingerprint.js';
import type { RunInput } from './runInput.js';
import type { Traffic } from './traffic.js';
import { hasSteadyState } from './warmupFindings.js';

/** The journal of a run and those who count from it; pictures only where they are kept. */
export interface AssembledLogs {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly log: RequestLog;
  /** Where a class calls. */
  readonly callLog: CallLog | undefined;
  /** Where model servers or providers answer. */
  readonly tokenLog: TokenLog | undefined;
  /** Where sources have sessions. */
  readonly sessionLog: SessionLog | undefined;
  /** Where requests have consumers. */
  readonly consumerLog: ConsumerLog | undefined;
  readonly timeline: TimelineLog | undefined;
  /** Where model servers or providers answer. */
  readonly tokenCurves: TokenCurvesLog | undefined;
  readonly outcomes: OutcomeLog | undefined;
  /** Of loads that can settle. */
  readonly settling: SettlingLog | undefined;
  readonly fingerprint: Fingerprint | undefined;
}

interface LoggedParts {
  readonly input: RunInput;
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly traffic: Traffic;
  readonly judge: AnswerJudge | undefined;
}

/** Whoever reads the journal is told to it afterwards. */
export function assembleLogs({ input, clock, requests, traffic, judge }: LoggedParts): AssembledLogs {
  const { scenario, detail } = input;
  const { duration, warmup, slo } = scenario;
  const serviceCount = targetNames(scenario).length;
  const hasTokens =
    hasProviders(scenario) || Object.values(scenario.services).some(({ instance }) => instance.model !== undefined);
  // Called classes are counted like sources, behind them.
  const sourceCount = traffic.classNames.length;
  const span = { fromSeconds: warmup, toSeconds: duration };
  const hasPrefixes = traffic.profiles.some(({ hasPrefix }) => hasPrefix);
  const areConsumed = hasConsumers(scenario);
  const areOfSessions = traffic.sourceNames.map((_, source) => traffic.profiles[source].hasSessions);
  const judged = {
    outerGroupCount: traffic.sourceNames.length * serviceCount,
    sloSeconds: slo?.latency ?? Number.POSITIVE_INFINITY,
    tokenLimits: tokenLimitsOf(scenario),
  };
  const timeline = detail ? new TimelineLog(serviceCount, duration, slo?.objective) : undefined;
  return {
    journal: new Journal({
      clock,
      requests,
      sourceCount,
      serviceCount,
      hasConsumers: areConsumed,
      judge,
      noArrivals: new ArrivalBlock(),
    }),
    ledger: new Ledger(span),
    log: new RequestLog({
      ...span,
      groupCount: sourceCount * serviceCount,
      serviceCount,
      ...judged,
    }),
    callLog: sourceCount > traffic.sourceNames.length ? new CallLog({ ...span, serviceCount }) : undefined,
    tokenLog: hasTokens ? new TokenLog({ ...span, serviceCount, ...judged }) : undefined,
    sessionLog: areOfSessions.includes(true) ? new SessionLog({ ...span, areOfSessions }) : undefined,
    consumerLog: areConsumed
      ? new ConsumerLog({ ...span, consumerCount: consumerNames(scenario).length, ...judged })
      : undefined,
    timeline,
    tokenCurves: hasTokens && timeline ? new TokenCurvesLog(serviceCount, timeline.stepSeconds) : undefined,
    outcomes: timeline && new OutcomeLog(serviceCount, duration, timeline.stepSeconds),
    settling: hasSteadyState(scenario) ? new SettlingLog(serviceCount, duration) : undefined,
    fingerprint: input.fingerprint === true ? new Fingerprint({ hasPrefixes, hasConsumers: areConsumed }) : undefined,
  };
}

/** Undefined where the SLO has none, so that nobody looks for them. */
function tokenLimitsOf({ slo }: RunInput['scenario']): TokenLimits | undefined {
  if (slo?.ttft === undefined && slo?.itl === undefined) return undefined;
  return {
    firstTokenSeconds: slo.ttft ?? Number.POSITIVE_INFINITY,
    gapSeconds: slo.itl ?? Number.POSITIVE_INFINITY,
  };
}
