import { suggestion } from '../base/nearest.js';
import { actions } from '../cloud/api/actions/index.js';
import { placeholdersIn } from '../cloud/api/fillTemplate.js';
import { instanceNames } from '../cloud/api/instanceValues.js';
import { coversTemplate, parseTemplate, templatesMeet } from '../cloud/api/urlTemplate.js';
import { commonNames } from '../cloud/api/userRoute.js';
/** Routes of the user's own API that cannot mean what they say. */
export function apiRouteMistakes(scenario) {
    const { routes } = scenario.cloud.api;
    return routes.flatMap((route, index) => {
        const path = ['cloud', 'api', 'routes', index];
        const found = [...serviceMistakes(route, scenario), ...settingMistakes(route), ...nameMistakes(route)];
        return [...found, ...overlaps(routes, index)].map((finding) => ({ ...finding, path: [...path, ...finding.path] }));
    });
}
function serviceMistakes({ service }, { services }) {
    const known = Object.keys(services);
    if (service === undefined || service.startsWith('{') || service.startsWith('$') || known.includes(service))
        return [];
    return [
        {
            code: 'unknown-service',
            path: ['service'],
            what: `"${service}" is not a service`,
            why: 'The route would change nothing.',
            fix: suggestion(service, known),
        },
    ];
}
function settingMistakes(route) {
    const { does, match } = route;
    const { settings, neededSetting } = actions[does];
    const findings = [];
    if (neededSetting !== undefined && route[neededSetting] === undefined) {
        findings.push({
            code: `route-without-${neededSetting}`,
            path: ['does'],
            what: `is ${does}, which needs \`${neededSetting}\``,
            why: 'It is not clear what a request asks for.',
            fix: neededSetting === 'count' ? 'add for example `count: $.count`.' : 'add for example `metric: cpu_utilization`.',
        });
    }
    for (const setting of ['count', 'id', 'metric']) {
        if (route[setting] === undefined || settings.includes(setting))
            continue;
        findings.push({
            code: 'route-setting-unused',
            path: [setting],
            what: `is not read by \`does: ${does}\``,
            why: `It reads ${settings.length === 0 ? 'no such setting' : settings.join(', ')}.`,
            fix: 'remove it, or choose another `does`.',
        });
    }
    const needsId = does === 'get' || does === 'operation';
    if (needsId && route.id === undefined && !parseTemplate(match).names.includes('id')) {
        findings.push({
            code: 'route-without-id',
            path: ['match'],
            what: `has no {id}, and \`does: ${does}\` needs one`,
            why: 'It is not clear which one is meant.',
            fix: 'write {id} into the address, or add `id: $.id`.',
        });
    }
    if (route.reply.json !== undefined && route.reply.text !== undefined) {
        findings.push({
            code: 'two-bodies',
            path: ['reply', 'text'],
            what: 'stands beside `json`',
            why: 'A reply has one body.',
            fix: 'remove one of the two.',
        });
    }
    return findings;
}
/** Names in braces that nothing fills. */
function nameMistakes({ match, does, reply }) {
    const own = parseTemplate(match).names;
    const known = [...new Set([...actions[does].names, ...commonNames, ...own])];
    const parts = [
        { key: 'json', value: reply.json, names: known },
        { key: 'text', value: reply.text, names: known },
        { key: 'headers', value: reply.headers, names: known },
        { key: 'instance', value: reply.instance, names: [...instanceNames] },
    ];
    return parts.flatMap(({ key, value, names }) => placeholdersIn(value)
        .filter((name) => !names.includes(name))
        .map((name) => ({
        code: 'unknown-name',
        path: ['reply', key],
        what: `{${name}} is filled by nothing`,
        why: `The reply would have an empty place there.`,
        fix: suggestion(name, names),
    })));
}
/** The first route that fits takes a request: a later one that shares requests with it may never see them. */
function overlaps(routes, index) {
    const template = parseTemplate(routes[index].match);
    const earlier = routes.slice(0, index).map(({ match }) => parseTemplate(match));
    const rival = earlier.findIndex((other) => templatesMeet(other, template) && !isSpecialCase(other, template));
    if (rival < 0)
        return [];
    const isShut = coversTemplate(earlier[rival], template);
    return [
        {
            code: 'routes-overlap',
            path: ['match'],
            what: isShut
                ? `is never reached: routes.${rival} takes all of its requests`
                : `shares requests with routes.${rival}, which takes them`,
            why: 'The first route that fits a request answers it.',
            fix: 'put the narrower route first, or tell them apart.',
            isWarning: true,
        },
    ];
}
/** The earlier one is the narrower: the usual order. */
function isSpecialCase(earlier, later) {
    return coversTemplate(later, earlier) && !coversTemplate(earlier, later);
}
