import { describe, expect, it } from 'vitest';
import { k6LoadOf } from '../../src/exports/k6/k6Exporter.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { problemsOf } from '../support/problemsOf.js';
import { sessionScenario } from '../support/sessionRuns.js';

const chat = { route: 'web', promptTokens: 100, outputTokens: 40 };
const session = { turns: 3, think: '10s' };
const withChat = (own: object, part: object = {}) =>
  sessionScenario({ requests: { chat: { ...chat, ...own } }, ...part });
const path = 'requests.chat.session';

describe('sessions', () => {
  it.each([
    ['no turns', { session: { ...session, turns: 0 } }, `${path}.turns`, 'out-of-range'],
    ['too many turns', { session: { ...session, turns: 100_000 } }, `${path}.turns`, 'out-of-range'],
    ['a carry above 1', { session: { ...session, carry: 1.2 } }, `${path}.carry`, 'out-of-range'],
    ['a carry below 0', { session: { ...session, carry: -0.1 } }, `${path}.carry`, 'out-of-range'],
    ['no think', { session: { turns: 3 } }, `${path}.think`, 'missing-key'],
    ['a prefix beside', { session, prefix: { groups: 3, tokens: 64 } }, 'requests.chat.prefix', 'not-supported-yet'],
  ])('with %s are refused', (_, own, at, code) => {
    const problems = problemsOf(withChat(own));
    expect(problems.map((problem) => [problem.where.path, problem.code])).toEqual([[at, code]]);
  });

  it('without tokens are refused', () => {
    const problems = problemsOf(
      sessionScenario({
        requests: { chat: { route: 'web', cpu: '10ms', session } },
        services: { web: { instance: {}, scaling: { min: 1, max: 1 } } },
      }),
    );
    expect(problems.map(({ where, code }) => [where.path, code])).toEqual([[path, 'needs-tokens']]);
  });

  it('of virtual users are refused', () => {
    const traffic = { people: { executor: 'constant-vus', vus: 3 } };
    const [problem, ...others] = problemsOf(withChat({ session }, { traffic }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'not-supported-yet', where: { path } });
    expect(problem.what).toContain('traffic.people');
  });

  it('that others call are refused', () => {
    const requests = { page: { route: 'site', cpu: '1ms', calls: [{ request: 'chat' }] }, chat: { ...chat, session } };
    const traffic = { users: { executor: 'constant-arrival-rate', rate: 1, request: 'page' } };
    const services = {
      site: { instance: {}, scaling: { min: 1, max: 1 } },
      web: { instance: { model: 'plain' }, scaling: { min: 1, max: 1 } },
    };
    const problems = problemsOf(sessionScenario({ requests, traffic, services }));
    expect(problems.map(({ where, code }) => [where.path, code])).toEqual([[path, 'not-supported-yet']]);
  });

  it('of one turn have no effect', () => {
    const findings = checkRules(parseScenario(withChat({ session: { ...session, turns: 1 } })));
    expect(findings.map(({ code, isWarning }) => [code, isWarning])).toEqual([['no-effect', true]]);
  });

  it('are nothing that k6 could be told', () => {
    const scenario = parseScenario(withChat({ session }));
    expect(() => k6LoadOf({ scenario, folder: '.' })).toThrow('cannot be told to k6 yet');
  });
});

describe('agents', () => {
  const agent = { turns: 3, contextStart: 1_000, contextGrowth: 200, output: 50 };
  const tools = { perTurn: 1, request: 'tool' };
  const at = 'requests.task.agent';
  const withTask = (own: object, more: object = {}) =>
    sessionScenario({
      requests: { task: { route: 'web', agent, ...own }, tool: { route: 'site', io: '1s' }, ...more },
      traffic: { work: { executor: 'constant-arrival-rate', rate: 1, request: 'task' } },
      services: {
        web: { instance: { model: 'plain' }, scaling: { min: 1, max: 1 } },
        site: { instance: {}, scaling: { min: 1, max: 1 } },
      },
    });
  const told = (input: ScenarioInput) => problemsOf(input).map(({ where, code }) => [where.path, code]);

  it.each([
    ['a session', { session }, 'requests.task.session', 'two-forms'],
    ['promptTokens', { promptTokens: 100 }, 'requests.task.promptTokens', 'two-forms'],
    ['outputTokens', { outputTokens: 100 }, 'requests.task.outputTokens', 'two-forms'],
    ['a prefix', { prefix: { groups: 3, tokens: 64 } }, 'requests.task.prefix', 'two-forms'],
    ['cpu', { cpu: '1ms' }, 'requests.task.cpu', 'tokens-and-time'],
    ['calls', { calls: [{ request: 'tool' }] }, 'requests.task.calls', 'not-supported-yet'],
  ])('beside %s are refused', (_, own, path, code) => {
    expect(told(withTask({ agent: { ...agent, tools }, ...own }))).toEqual([[path, code]]);
  });

  it.each([
    ['no turns', { turns: 0 }, `${at}.turns`, 'out-of-range'],
    ['too many turns', { turns: 70_000 }, `${at}.turns`, 'out-of-range'],
    ['an unknown tool', { tools: { ...tools, request: 'tol' } }, `${at}.tools.request`, 'unknown-class'],
    ['fewer tools than none', { tools: { ...tools, perTurn: -1 } }, `${at}.tools.perTurn`, 'out-of-range'],
    ['a prompt that never fits', { contextStart: 20_000 }, `${at}.contextStart`, 'never-fits'],
  ])('with %s are refused', (_, own, path, code) => {
    expect(told(withTask({ agent: { ...agent, tools, ...own } }))).toEqual([[path, code]]);
  });

  it('may have models as tools', () => {
    const model = { ask: { route: 'web', promptTokens: 10, outputTokens: 10 } };
    const problems = told(withTask({ agent: { ...agent, tools: { ...tools, request: 'ask' } } }, model));
    expect(problems).toEqual([]);
  });

  it('that use themselves are refused', () => {
    expect(told(withTask({ agent: { ...agent, tools: { ...tools, request: 'task' } } }))).toEqual([
      [at, 'not-supported-yet'],
    ]);
  });

  it('that use no tools are told so', () => {
    const input = withTask({ agent: { ...agent, tools: { ...tools, perTurn: 0 } } });
    const findings = checkRules(parseScenario(input));
    expect(findings.map(({ code, isWarning }) => [code, isWarning])).toEqual([['no-effect', true]]);
  });
});
