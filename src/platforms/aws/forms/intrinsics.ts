import { isRecord, referenceText } from '../read/resource.js';
import { textOf } from '../read/textOf.js';

/**
 * CloudFormation's functions, as far as a scaling policy needs them.
 *
 * Ref to a parameter gives its Default; Ref and Fn::GetAtt to a resource give a reference to it; Fn::Sub and Fn::Join give
 * text. Everything else becomes text that names the function, which a field of numbers then refuses.
 * Source: AWS CloudFormation User Guide, "Intrinsic function reference".
 */
export function resolveIntrinsics(value: unknown, template: Template): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, template));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && (first[0] === 'Ref' || first[0] === 'Condition' || first[0].startsWith('Fn::'))) {
    return resolveFunction(first[0], first[1], template);
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, resolveIntrinsics(inner, template)]));
}

export interface Template {
  /** Values of the parameters that have a default. */
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly resourceIds: ReadonlySet<string>;
}

function resolveFunction(name: string, argument: unknown, template: Template): unknown {
  if (name === 'Ref' && typeof argument === 'string') return resolveName(argument, template);
  if (name === 'Fn::GetAtt') {
    const id = textOf(Array.isArray(argument) ? argument[0] : argument).split('.')[0];
    return template.resourceIds.has(id) ? referenceText(id) : unresolved(name, argument);
  }
  if (name === 'Fn::Sub') return substitute(argument, template) ?? unresolved(name, argument);
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    return argument[1].map((part) => textOf(resolveIntrinsics(part, template))).join(textOf(argument[0]));
  }
  return unresolved(name, argument);
}

function resolveName(name: string, { parameters, resourceIds }: Template): unknown {
  if (parameters.has(name)) return parameters.get(name);
  return resourceIds.has(name) ? referenceText(name) : `{Ref ${name}}`;
}

function substitute(argument: unknown, template: Template): string | undefined {
  const [pattern, given] = Array.isArray(argument) ? argument : [argument];
  if (typeof pattern !== 'string') return undefined;
  const values = isRecord(given) ? given : {};
  // A single reference keeps its meaning; inside of longer text it is only a name.
  return pattern.replace(/\$\{([^!}][^}]*)\}/g, (_whole, name: string) => {
    if (Object.hasOwn(values, name)) return textOf(resolveIntrinsics(values[name], template));
    return textOf(resolveName(name.split('.')[0], template));
  });
}

function unresolved(name: string, argument: unknown): string {
  return `{${name.startsWith('Fn::') ? name : `Fn::${name}`} ${textOf(argument).slice(0, 40)}}`;
}
