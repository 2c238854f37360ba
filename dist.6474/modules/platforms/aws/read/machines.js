import { Evaluator } from '../forms/intrinsics/evaluator.js';
import { templateOf } from '../forms/intrinsics/template.js';
import { terraformResources } from '../forms/terraform.js';
import { plannedExpressions, plannedReferences } from '../forms/terraformReferences.js';
import { isRecord, textOf } from './resource.js';
const terraformKinds = {
    aws_launch_template: 'template',
    aws_launch_configuration: 'template',
    aws_ecs_service: 'service',
    aws_ecs_task_definition: 'task',
};
const cloudFormationKinds = {
    'AWS::EC2::LaunchTemplate': 'template',
    'AWS::AutoScaling::LaunchConfiguration': 'template',
    'AWS::ECS::Service': 'service',
    'AWS::ECS::TaskDefinition': 'task',
};
/** The machines of a plan, state or template. */
export function machinesIn({ value }) {
    return [...ofTerraform(value), ...ofCloudFormation(value)];
}
function ofTerraform(document) {
    const expressions = plannedExpressions(document);
    const { baseAddress } = plannedReferences(document);
    return terraformResources(document).flatMap(({ type, address, values }) => {
        if (!Object.hasOwn(terraformKinds, type))
            return [];
        // Within its module it is referred to without the module's name.
        const local = baseAddress(address).split('.').slice(-2).join('.');
        const names = [address, baseAddress(address), local, values.id, values.name, values.arn, values.family];
        return [
            {
                kind: terraformKinds[type],
                names: names.filter((name) => typeof name === 'string' && name !== ''),
                fields: { ...inPascalCase(values), References: expressions.get(baseAddress(address)) },
            },
        ];
    });
}
function inPascalCase(values) {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [
        key.replace(/(^|_)([a-z0-9])/g, (_whole, _gap, letter) => letter.toUpperCase()),
        value,
    ]));
}
function ofCloudFormation(document) {
    const template = templateOf(document);
    const evaluator = new Evaluator(template);
    return Object.entries(template.resources).flatMap(([id, resource]) => {
        const type = isRecord(resource) ? textOf(resource.Type) : '';
        if (!isRecord(resource) || !Object.hasOwn(cloudFormationKinds, type))
            return [];
        const properties = isRecord(resource.Properties) ? resource.Properties : {};
        const data = isRecord(properties.LaunchTemplateData) ? properties.LaunchTemplateData : {};
        const read = { ...properties, InstanceType: properties.InstanceType ?? data.InstanceType };
        const fields = [
            'InstanceType',
            'Cpu',
            'Memory',
            'DesiredCount',
            'LaunchType',
            'HealthCheckGracePeriodSeconds',
            'ServiceName',
        ].map((name) => [name, evaluator.evaluate(read[name], ['Resources', id, 'Properties', name])]);
        const { TaskDefinition, RequiresCompatibilities } = properties;
        return [
            {
                kind: cloudFormationKinds[type],
                names: [id, properties.LaunchTemplateName, properties.ServiceName, properties.Family].filter((name) => typeof name === 'string'),
                fields: { ...Object.fromEntries(fields), RequiresCompatibilities, References: TaskDefinition },
            },
        ];
    });
}
/**
 * The machine of a kind that a text refers to; the only one there is where it refers to none.
 *
 * @param reference anything that holds the names of what is referred to, in quotes once it is JSON
 */
export function machineFor(machines, kind, reference) {
    const all = machines.filter((machine) => machine.kind === kind);
    const text = JSON.stringify(reference) ?? '';
    const named = all.filter(({ names }) => names.some((name) => text.includes(JSON.stringify(name))));
    if (named.length > 0)
        return named.length === 1 ? named[0] : undefined;
    return all.length === 1 ? all[0] : undefined;
}
