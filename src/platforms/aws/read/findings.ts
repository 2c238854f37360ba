import type { Problem } from '../../../base/problem.js';
import { type SchemaReasons, schemaProblems } from '../../schemaProblems.js';
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
    const schema = resourceSchemas[kind];
    const parsed = schema.safeParse(resource.value);
    // safe: the value was parsed by the schema of this very kind.
    if (parsed.success) return parsed.data as ResourceValue<Kind>;
    const { value, place } = resource;
    const subject = { value, schema, reasons: reasonsOf(resource), place };
    this.problems.push(...schemaProblems(parsed.error.issues, subject));
    return undefined;
  }
}

function reasonsOf({ title }: Resource): SchemaReasons {
  return {
    unknownKey: `${title} has no such field: AWS would refuse it, or a setting would be lost without notice.`,
    missingKey: 'AWS requires it, and it has no default.',
    outOfRange: 'AWS refuses it.',
    unknownValue: 'AWS knows only these here.',
    wrongType: (value) =>
      typeof value === 'string' && value.includes('Fn::')
        ? 'Only Ref, Fn::GetAtt, Fn::Sub and Fn::Join are resolved here.'
        : 'AWS refuses other types.',
  };
}
