const noRequest = 'a policy serves no request. Scale from ngx.timer.at, ngx.timer.every or init_worker()';
const useHttp = 'call the cloud or Prometheus with require("resty.http"), which is simulated';
const useShared = 'keep it in a local of the file, or in ngx.shared';
/** Functions of `ngx` itself. Source of the names: lua-nginx-module's README, "Nginx API for Lua". */
export const refusedFunctions = {
    exec: noRequest,
    redirect: noRequest,
    send_headers: noRequest,
    flush: noRequest,
    eof: noRequest,
    on_abort: noRequest,
    is_subrequest: noRequest,
    quote_sql_str: 'there are no databases here',
    parse_http_time: 'nobody sends dates here. Keep seconds, ngx.time()',
    run_worker_thread: 'a worker has one thread here. Call the function itself',
};
/** Tables of `ngx` whose every field is refused. */
export const refusedTables = {
    var: `${noRequest}; ${useShared}`,
    arg: noRequest,
    header: noRequest,
    ctx: `it belongs to a request. Pass values as arguments of ngx.timer.at, or ${useShared}`,
    req: noRequest,
    resp: noRequest,
    location: `there are no locations here. Instead ${useHttp}`,
    socket: `only HTTP reaches the simulated hosts. Instead ${useHttp}`,
    process: 'there are no processes here',
};
/** Modules that OpenResty brings and that make no sense here, or reach something that is not simulated. */
export const refusedModules = {
    'resty.redis': useShared,
    'resty.memcached': useShared,
    'resty.mysql': useShared,
    'resty.upstream.healthcheck': 'health is in the observation: require("dryscale").instances()',
    'resty.limit.req': `there are no requests to limit here. ${noRequest}`,
    'resty.limit.conn': `there are no requests to limit here. ${noRequest}`,
    'resty.limit.count': `there are no requests to limit here. ${noRequest}`,
    'resty.dns.resolver': 'all hosts of the simulated API have the same address. Use their names',
    'resty.websocket.client': useHttp,
    'resty.shell': 'a policy starts no processes',
    'ngx.pipe': 'a policy starts no processes',
    'ngx.process': 'a policy has no process',
    'ngx.balancer': noRequest,
    'ngx.ssl': noRequest,
    'ngx.ocsp': noRequest,
    'ngx.req': noRequest,
    'ngx.resp': noRequest,
};
