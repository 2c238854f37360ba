import { suggestion } from '../base/nearest.js';
import { hasSessions, mostTurns } from '../traffic/sessions/settings.js';
import { isClosedLoop } from '../traffic/sources/index.js';
import { calledClasses } from './callGraph.js';
import { sentClasses } from './consumerMistakes.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Sessions and agents that have nothing to carry on, that nothing can begin, or that end with their first turn; and tools that are none. */
export function sessionMistakes(scenario: Scenario): Finding[] {
  return Object.entries(scenario.requests).flatMap(([name, settings]): Finding[] => {
    const { session, agent } = settings;
    const path = ['requests', name, agent === undefined ? 'session' : 'agent'];
    if (!hasSessions(settings)) return [];
    return [
      ...(agent === undefined ? besideSession(settings, path) : besideAgent(settings, path)),
      ...turnMistakes((session ?? agent)?.turns, path),
      ...senders(scenario, name, path),
      ...toolMistakes(scenario, name, path),
    ];
  });
}

type Path = readonly string[];
type ClassSettings = Scenario['requests'][string];

function besideSession({ promptTokens, outputTokens, prefix }: ClassSettings, path: Path): Finding[] {
  if (promptTokens === undefined && outputTokens === undefined) {
    return [
      {
        code: 'needs-tokens',
        path,
        what: 'stands without `promptTokens`',
        why: 'A turn carries on the tokens of the turns before, and no turn has tokens here.',
        fix: 'add `promptTokens` and `outputTokens`, or remove it.',
      },
    ];
  }
  if (prefix === undefined) return [];
  return [
    {
      code: 'not-supported-yet',
      path: [...path.slice(0, -1), 'prefix'],
      what: 'beside `session` is not supported yet',
      why: 'The context of a session is a prefix of its own; ignoring the shared one would make the results wrong.',
      fix: 'remove one of the two.',
    },
  ];
}

/** An agent says all of this itself. */
function besideAgent(settings: ClassSettings, path: Path): Finding[] {
  return (['session', 'promptTokens', 'outputTokens', 'prefix'] as const)
    .filter((key) => settings[key] !== undefined)
    .map((key) => ({
      code: 'two-forms',
      path: [...path.slice(0, -1), key],
      what: 'stands beside `agent`',
      why: 'The turns, prompts and answers of a task follow from `agent`: this would be ignored.',
      fix: 'remove one of the two.',
    }));
}

function turnMistakes(turns: unknown, path: Path): Finding[] {
  if (typeof turns !== 'number' || (turns > 1 && turns <= mostTurns)) return [];
  if (turns > mostTurns) {
    return [
      {
        code: 'out-of-range',
        path: [...path, 'turns'],
        what: `is ${turns}, but must be at most ${mostTurns}`,
        why: 'Sessions are numbered that far apart.',
        fix: 'lower it.',
      },
    ];
  }
  return [
    {
      code: 'no-effect',
      path: [...path, 'turns'],
      what: 'is 1: nothing else here has an effect but the first prompt and its answer',
      why: 'Nothing follows the first answer.',
      fix: `raise it, or remove \`${path.at(-1)}\`.`,
      isWarning: true,
    },
  ];
}

/** Who can begin sessions: arrivals of open sources. */
function senders(scenario: Scenario, name: string, path: Path): Finding[] {
  const { traffic, requests } = scenario;
  const only = Object.keys(requests)[0];
  const users = Object.entries(traffic)
    .filter(([, source]) => (source.request ?? only) === name && isClosedLoop(source))
    .map(([source]) => ({
      code: 'not-supported-yet',
      path,
      what: `stands in a class that virtual users send (traffic.${source})`,
      why: 'An arrival begins a session; users have no arrivals, and think between their requests already.',
      fix: 'use a source with a rate of arrivals, such as constant-arrival-rate.',
    }));
  if (!calledClasses(requests, sentClasses(scenario)).includes(name)) return users;
  return [
    ...users,
    {
      code: 'not-supported-yet',
      path,
      what: 'stands in a class that others call',
      why: 'A call is one request; ignoring what follows it would make the results wrong.',
      fix: `give calls a class without \`${path.at(-1)}\`.`,
    },
  ];
}

function toolMistakes({ requests }: Scenario, name: string, path: Path): Finding[] {
  const { tools } = requests[name].agent ?? {};
  if (tools === undefined) return [];
  const at = [...path, 'tools'];
  if (requests[tools.request] === undefined) {
    return [
      {
        code: 'unknown-class',
        path: [...at, 'request'],
        what: `"${tools.request}" is not a request class`,
        why: 'It is not clear what a tool needs.',
        fix: suggestion(tools.request, Object.keys(requests)),
      },
    ];
  }
  if (tools.perTurn > 0) return [];
  return [
    {
      code: 'no-effect',
      path: [...at, 'perTurn'],
      what: 'is 0: no tool is ever used',
      why: 'The next turn follows each answer at once.',
      fix: 'raise it, or remove `tools`.',
      isWarning: true,
    },
  ];
}
