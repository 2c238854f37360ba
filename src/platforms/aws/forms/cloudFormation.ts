import type { SourceDocument } from '../../../base/document.js';
import { locate } from '../../../base/locate.js';
import { isRecord, type Resource, type ResourceList, referenceText } from '../read/resource.js';
import type { ResourceKind } from '../read/schemas.js';
import { resolveIntrinsics, type Template } from './intrinsics.js';
import { withNumbers } from './numericText.js';

/**
 * CloudFormation templates, in JSON or in YAML with the long names of functions.
 *
 * The short tags of YAML (`!Ref Group`) are refused by the parser of all our files as unknown tags; write `Ref: Group`, or
 * the JSON that `aws cloudformation get-template` and `cdk synth --json` print. Properties have the names of the APIs but
 * for a few; numbers may be text.
 */
export const cloudFormationForm = {
  recognises(document: unknown): boolean {
    return Object.values(resourcesOf(document)).some((resource) => {
      const kind = kindOf(resource);
      return kind === 'policy' || kind === 'application-policy';
    });
  },

  list(source: SourceDocument): ResourceList {
    const declared = resourcesOf(source.value);
    const template = { parameters: parametersOf(source.value), resourceIds: new Set(Object.keys(declared)) };
    const resources = Object.entries(declared).flatMap(([id, resource]): Resource[] => {
      const kind = kindOf(resource);
      return kind === undefined ? [] : [toResource({ id, kind, resource, template, source })];
    });
    return { resources, problems: [], warnings: [] };
  },
};

const kinds: Readonly<Record<string, ResourceKind>> = {
  'AWS::AutoScaling::ScalingPolicy': 'policy',
  'AWS::AutoScaling::AutoScalingGroup': 'group',
  'AWS::ApplicationAutoScaling::ScalingPolicy': 'application-policy',
  'AWS::ApplicationAutoScaling::ScalableTarget': 'scalable-target',
  'AWS::CloudWatch::Alarm': 'alarm',
};

function resourcesOf(document: unknown): Readonly<Record<string, unknown>> {
  return isRecord(document) && isRecord(document.Resources) ? document.Resources : {};
}

function kindOf(resource: unknown): ResourceKind | undefined {
  if (!isRecord(resource) || typeof resource.Type !== 'string') return undefined;
  return Object.hasOwn(kinds, resource.Type) ? kinds[resource.Type] : undefined;
}

/** Defaults of the parameters; those of type Number are numbers even when written as text. */
function parametersOf(document: unknown): Map<string, unknown> {
  const declared = isRecord(document) && isRecord(document.Parameters) ? document.Parameters : {};
  return new Map(
    Object.entries(declared).flatMap(([name, parameter]): [string, unknown][] => {
      if (!isRecord(parameter) || parameter.Default === undefined) return [];
      const isNumber = parameter.Type === 'Number' && Number.isFinite(Number(parameter.Default));
      return [[name, isNumber ? Number(parameter.Default) : parameter.Default]];
    }),
  );
}

/** Property of CloudFormation -> field of the API, where they differ. */
const renamed: Partial<Record<ResourceKind, Readonly<Record<string, string>>>> = {
  group: { Cooldown: 'DefaultCooldown' },
};

interface DeclaredResource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly resource: unknown;
  readonly template: Template;
  readonly source: SourceDocument;
}

function toResource({ id, kind, resource, template, source }: DeclaredResource): Resource {
  const names = renamed[kind] ?? {};
  const properties = isRecord(resource) && isRecord(resource.Properties) ? resource.Properties : {};
  const value = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [names[name] ?? name, resolveIntrinsics(inner, template)]),
  );
  const propertyOf = (field: PropertyKey | undefined) =>
    Object.entries(names).find(([, api]) => api === field)?.[0] ?? field;
  return {
    kind,
    reference: referenceText(id),
    title: id,
    value: withNumbers(value),
    place: ([field, ...inner], isKey) => {
      const path = field === undefined ? [] : [propertyOf(field) ?? field, ...inner];
      return locate(source, ['Resources', id, ...(path.length === 0 ? [] : ['Properties', ...path])], isKey);
    },
  };
}
