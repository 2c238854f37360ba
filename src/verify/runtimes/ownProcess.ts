import { ProblemError } from '../../base/problem.js';
import type { PolicySpec } from '../../policy/policySpec.js';
import { askPlayer } from '../askPlayer.js';
import type { PlayLog } from '../playLog.js';
import { twistedJavaScript } from '../twists/javaScriptTwist.js';
import { twistedLua } from '../twists/luaTwist.js';
import type { FoundRuntime, PlayRequest } from './runtime.js';

/** Our own interpreter and platforms, in a Node process started for one play with an environment of its own. */
export function ownProcess(version: string): FoundRuntime {
  return {
    version,
    async play({ spec, sequence, environment }: PlayRequest): Promise<PlayLog> {
      const { variables } = environment;
      // A manifest has no module of the user's that could keep anything.
      const runCount = spec.kind === 'manifest' ? 1 : environment.runCount;
      const task = { type: 'play', spec: twisted(spec, environment), sequence, runCount } as const;
      const answer = await askPlayer(task, variables);
      if (answer.type === 'played') return answer.log;
      if (answer.type === 'problems') throw new ProblemError(answer.problems);
      if (answer.type === 'bug') throw new Error(answer.stack);
      const name = 'fileName' in spec ? spec.fileName : spec.kind;
      const what = answer.type === 'lost' ? answer.what : 'no answer';
      return { runs: [], lines: [], findings: [], fault: { message: `${name}: ${what}`, observation: 0 } };
    },
  };
}

function twisted(spec: PolicySpec, { twist, runCount }: PlayRequest['environment']): PolicySpec {
  const isRepeated = runCount > 1;
  if (spec.kind === 'lua') return { ...spec, code: twistedLua(spec.code, { twist, isRepeated }) };
  if (spec.kind === 'typescript') return { ...spec, code: twistedJavaScript(spec.code, { twist, isRepeated }) };
  return spec;
}
