import { ProblemError } from '../../base/problem.js';
import { latenessSentences } from '../latenessSentences.js';
import { targetText } from './amountText.js';
import { cloudWatchFeeds } from './cloudWatchFeed.js';
import { explainModel } from './explainModel.js';
import { cloudFormationForm, shortTags } from './forms/cloudFormation.js';
import { commandLineForm } from './forms/commandLine.js';
import { terraformForm } from './forms/terraform.js';
import { lintModel } from './lintModel.js';
import { closedModel, metricsOf } from './model.js';
import { openNeeds, unknownMetrics } from './openNeeds.js';
import { isOpen } from './openValue.js';
import { scalingPolicy } from './policy/scalingPolicy.js';
import { buildModels } from './read/buildModels.js';
import { unbounded } from './read/readLimits.js';
import { settableFields } from './settableFields.js';
/** The forms a manifest may have, told apart by their content. */
const forms = [cloudFormationForm, terraformForm, commandLineForm];
/**
 * Target tracking, step and simple scaling of EC2 Auto Scaling groups and of Application Auto Scaling (ECS and others).
 *
 * One document may hold several groups, each a manifest: see `forms/` for what it may look like. What a template leaves open is
 * explained by its name, and must be given before it can run.
 */
export const awsAutoScaling = {
    name: 'aws',
    title: 'AWS scaling policy (put-scaling-policy JSON, CloudFormation, terraform show -json)',
    tags: shortTags,
    recognises: (document) => forms.some((form) => form.recognises(document)),
    settable: (source) => {
        const form = formOf(source);
        const own = form === cloudFormationForm ? cloudFormationForm.givable(source) : [];
        return [...settableFields(form.list(source).resources), ...own];
    },
    isExpression: cloudFormationForm.isExpression,
    read: (source, options) => readAll(source, options)[0],
    readAll,
};
function readAll(source, options) {
    return buildModels(formOf(source).list(source), options).map((built) => manifestOf(built));
}
function formOf(source) {
    return forms.find((candidate) => candidate.recognises(source.value)) ?? commandLineForm;
}
function manifestOf({ model, warnings, notes }) {
    const feeds = cloudWatchFeeds(model);
    const { minCount, maxCount } = model.bounds;
    const isBounded = model.hasBounds && !isOpen(minCount) && !isOpen(maxCount);
    const closed = closedModel(model);
    const open = openNeeds(model);
    return {
        name: model.name,
        target: model.unit.thing === undefined ? model.target : `${model.target} (${model.unit.words})`,
        isTargetLocal: !model.isTargetNamed,
        targets: model.policies.map(targetText),
        metricNames: metricsOf(model).flatMap(({ metric }) => metric.names),
        bounds: isBounded ? { minCount, maxCount } : unbounded,
        hasBounds: isBounded,
        // To explain it nobody has to say what a metric is; to run it somebody must.
        warnings: [...warnings, ...unknownMetrics(model)],
        open,
        definition: closed === undefined || open.length > 0 ? openDefinition(model.name, open) : scalingPolicy(closed),
        feeds,
        check: (service) => (closed === undefined || open.length > 0 ? [...open] : checkService(closed, service)),
        explain: () => [...explainModel(model), ...notes, ...latenessSentences(feeds)],
        lint: (service) => lintModel(model, service),
    };
}
/** Nobody gets here past `check` and `open`. */
function openDefinition(name, open) {
    return {
        name,
        every: '60s',
        decide: () => {
            throw new ProblemError(open);
        },
    };
}
/** What keeps a group's policies from running on a service: metrics that it cannot show, bounds that never meet. */
function checkService(model, service) {
    const problems = metricsOf(model).flatMap(({ metric, where }) => {
        if (metric.sources.some((name) => service.metrics.includes(name)))
            return [];
        return [
            {
                code: 'metric-missing',
                where,
                what: `${metric.label} needs ${metric.sources.join(' or ')}, which the service "${service.name}" does not have`,
                why: 'The policy would have insufficient data for the whole run, and never scale.',
                fix: `${hint(metric.sources[0])}The service has: ${service.metrics.join(', ')}.`,
            },
        ];
    });
    const { minCount, maxCount } = model.bounds;
    if (model.hasBounds && (minCount > service.maxCount || maxCount < service.minCount)) {
        problems.push({
            code: 'bounds-apart',
            where: model.where,
            what: `the group has ${minCount} to ${maxCount} instances, the service "${service.name}" ${service.minCount} to ${service.maxCount}`,
            why: 'No count satisfies both, so nothing could ever be asked for that is granted.',
            fix: "set the scenario's scaling min and max to the group's.",
        });
    }
    return problems;
}
function hint(metric) {
    return metric === 'memory_utilization' ? 'Give its instances a memory size. ' : '';
}
