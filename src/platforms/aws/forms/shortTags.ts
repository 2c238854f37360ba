import type { Tags } from '../../../base/documentTags.js';

/**
 * The short tags of CloudFormation's YAML, each with the function that it stands for.
 *
 * Source: CloudFormation Template Reference, "Intrinsic function reference" and "Rule-specific intrinsic functions"
 * (API 2010-05-15), each function's "Syntax for the short form". The last line are functions that a template of today may
 * hold beside a scaling policy, though nothing there reads them.
 */
const functions = [
  ...['Base64', 'Cidr', 'FindInMap', 'GetAtt', 'GetAZs', 'ImportValue', 'Join', 'Select', 'Split', 'Sub', 'Transform'],
  ...['And', 'Equals', 'If', 'Not', 'Or', 'Length', 'ToJsonString', 'ForEach', 'GetStackOutput'],
  ...['Contains', 'EachMemberEquals', 'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll', 'Implies'],
];

/** `!Ref X` is `{ Ref: X }`, `!Sub X` is `{ Fn::Sub: X }`. */
export const shortTags: Tags = {
  '!Ref': 'Ref',
  '!Condition': 'Condition',
  ...Object.fromEntries(functions.map((name) => [`!${name}`, `Fn::${name}`])),
};
