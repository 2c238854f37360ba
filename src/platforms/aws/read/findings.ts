import type { Problem } from '../../../base/problem.js';
import { explainIssues } from './explainIssues.js';
import type { Resource } from './resource.js';
import { type ResourceKind, type ResourceValue, resourceSchemas } from './schemas.js';

/** Problems and warnings of one document, collected while it is read, so that all are told at once. */
export class Findings {
  readonly problems: Problem[];
  readonly warnings: Problem[];

  constructor(problems: readonly Problem[], warnings: readonly Problem[]) {
    this.problems = [...problems];
    this.warnings = [...warnings];
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  /** A field that is valid there and does nothing here. */
  notSimulated(resource: Resource, field: { readonly path: readonly PropertyKey[]; readonly effect: string }): void {
    this.warnings.push({
      code: 'not-simulated',
      where: resource.place(field.path, true),
      what: `${resource.title}: \`${field.path.map(String).join('.')}\` is not simulated`,
      why: `On AWS ${field.effect}.`,
      fix: 'nothing, or keep the difference in mind when you read the results.',
    });
  }

  /** The resource's checked value; undefined when its problems were noted. */
  parse<Kind extends ResourceKind>(kind: Kind, resource: Resource): ResourceValue<Kind> | undefined {
    const parsed = resourceSchemas[kind].safeParse(resource.value);
    // safe: the value was parsed by the schema of this very kind.
    if (parsed.success) return parsed.data as ResourceValue<Kind>;
    this.problems.push(...explainIssues(parsed.error.issues, resource));
    return undefined;
  }
}
