import type { Random } from "./random.ts";

/** What most lines of a log say: DreamFactory's own and other programs', without an error. */
export const ORDINARY_LINES: readonly ((random: Random) => string)[] = [
  (random) =>
    `172.18.0.${random.below(255)} - - [22/Nov/2026:09:15:${10 + random.below(50)} +0000] "GET /api/v2/db/_table/contact?limit=10&offset=${random.below(9999)} HTTP/1.1" 200 ${random.below(99999)} "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`,
  (random) =>
    `[2026-11-22T09:17:03.${100_000 + random.below(899_999)}+00:00] local.INFO: [REQUEST] {"API Version":"2.0","Method":"POST","Service":"mysql","Resource":"_table/contact","Requestor":1} \n`,
  (random) =>
    `[2026-11-22T09:17:03.${100_000 + random.below(899_999)}+00:00] local.INFO: [RESPONSE] {"Status Code":200,"Content-Type":"application/json"} \n`,
  (random) =>
    `[2026-11-22T09:17:03.${100_000 + random.below(899_999)}+00:00] local.DEBUG: mysql: select * from contact where id = ${random.below(9999)} limit 10: 1.${random.below(99)} \n`,
  (random) =>
    `{"time":"2026-11-22T09:17:03Z","level":"info","msg":"request done","path":"/health","status":200,"id":${random.below(9999)},"bytes":${random.below(99999)}}\n`,
  (random) =>
    `web-1  | 2026/11/22 13:21:44 [notice] 8276#0: signal process ${random.below(9999)} started, no error: exiting cleanly\n`,
  (random) =>
    `Nov 22 13:21:${10 + random.below(50)} df kernel: [${random.below(99999)}.${random.below(999)}] docker0: port ${random.below(9)}(veth) entered forwarding state\n`,
];

/** What programs say that write one JSON object per line, many of them with an `error` in each. */
export const JSON_LINES: readonly ((random: Random) => string)[] = [
  (random) =>
    `{"time":"2026-11-22T09:17:03.${100_000 + random.below(899_999)}Z","id":"","remote_ip":"10.0.0.${random.below(255)}","host":"api.example.com","method":"GET","uri":"/v1/orders?page=${random.below(99)}","user_agent":"Mozilla/5.0 (X11; Linux x86_64)","status":200,"error":"","latency":${random.below(999_999)},"latency_human":"1.${random.below(999)}ms","bytes_in":0,"bytes_out":${random.below(9999)}}\n`,
  (random) =>
    `{"level":30,"time":17638${random.below(99_999_999)},"pid":${random.below(9999)},"hostname":"web-1","req":{"id":${random.below(9999)},"method":"GET","url":"/orders","headers":{"host":"example.com","accept":"*/*"}},"res":{"statusCode":200},"responseTime":${random.below(99)},"error":null,"msg":"request completed"}\n`,
  (random) =>
    `{"level":"error","timestamp":"2026-11-22T09:17:03Z","logger":"worker","message":"job ${random.below(9999)} failed, trying again","attempt":${random.below(9)}}\n`,
  (random) =>
    `{"@timestamp":"2026-11-22T09:17:03Z","log":{"level":"info","logger":"c.e.OrderService"},"message":"order ${random.below(9999)} shipped","service":{"name":"orders"},"error":{"id":null}}\n`,
  (random) =>
    `{"version":"1.1","host":"df","short_message":"[RESPONSE] {\\"Status Code\\":200}","timestamp":1763802${random.below(999)}.12,"level":6,"_channel":"local"}\n`,
  (random) =>
    `{"ts":17638025${random.below(99)}.5,"level":"info","msg":"synced","items":[${random.below(9)},${random.below(9)}],"result":{"ok":${random.below(99)},"error":0}}\n`,
];

/** Lines that look like an error of DreamFactory until one reads them. */
export const NEAR_MISSES: readonly ((random: Random) => string)[] = [
  (random) =>
    `2026/11/22 13:21:44 [error] 8276#0: *${random.below(9999)} open() "/opt/dreamfactory/public/favicon.ico" failed (2: No such file or directory), client: 10.0.0.1\n`,
  (random) =>
    `10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /favicon.ico HTTP/1.1" 404 ${random.below(999)} "-" "curl/8"\n`,
  () => '{"level":"error","error":"connection refused","retry":true}\n',
  (random) =>
    `{"error":{"code":404,"message":"Requested entity ${random.below(99)} was not found.","status":"NOT_FOUND"}}\n`,
  () =>
    '{"error":{"message":"Rate limit reached","type":"requests","param":null,"code":"rate_limit_exceeded"}}\n',
  (random) =>
    `[2026-11-22 08:43:29] production.ERROR: Undefined array key "host" {"exception":"[object] (ErrorException(code: 0): Undefined array key \\"host\\" at /var/www/shop/app/A.php:${random.below(999)})\n[stacktrace]\n#0 /var/www/shop/vendor/laravel/framework/a.php(12): f()\n#1 [internal function]: App\\\\B->run()\n#2 {main}\n"} \n`,
  () =>
    "Traceback (most recent call last):\n  File \"/srv/app.py\", line 3, in <module>\nKeyError: 'error'\n",
  () => "console.error({ error: { name: 'TypeError', message: 'x is not a function' } })\n",
];
