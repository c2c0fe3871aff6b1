import assert from "node:assert/strict";
import { test } from "node:test";

import { run, stdoutOf } from "./run.mjs";

// The calls of the tests of version 2.0.0, and what they expect.
function metric(name, type, value, tags = {}) {
  return { metrics: [{ name, type, value, tags }] };
}

const ASSETS = {
  inputs: [{ id: "input_asset", type: "INPUT_ASSET_TYPE" }],
  outputs: [{ id: "test_asset", type: "VM", metadata: { owner: "team_a" } }],
};
const TAGS = { environment: "test", service: "api" };
const CALLS = [
  [["counter", "test_counter", 5], metric("test_counter", "counter", 5)],
  [["counter", "test_counter", 10, TAGS], metric("test_counter", "counter", 10, TAGS)],
  [["timer", "test_timer", 1000], metric("test_timer", "timer", 1000)],
  [["gauge", "test_gauge", 42.5], metric("test_gauge", "gauge", 42.5)],
  [["gauge", "memory_usage", 75.3, TAGS], metric("memory_usage", "gauge", 75.3, TAGS)],
  [["gauge", "active_connections", 150], metric("active_connections", "gauge", 150)],
  [["gauge", "queue_size", 0], metric("queue_size", "gauge", 0)],
  [["gauge", "temperature", -5.2], metric("temperature", "gauge", -5.2)],
  [["assets", ASSETS], { assets: ASSETS }],
  [["outputs", { my_output: "my_value" }], { outputs: { my_output: "my_value" } }],
  [["_send", { outputs: { a: 1 }, metrics: [] }], { outputs: { a: 1 }, metrics: [] }],
  [["_metrics", "rows", "counter", 3, undefined], metric("rows", "counter", 3)],
];

function payloadsOf(stdout) {
  return stdout.split("\n", stdout.split("\n").length - 1).map((line) => JSON.parse(line.slice(2, -2)));
}

const callAll = `for (const [name, ...args] of ${JSON.stringify(CALLS.map(([call]) => call))}) Kestra[name](...args);`;
const expected = CALLS.map(([, payload]) => payload);

test("calls send the payloads of version 2", async () => {
  assert.deepEqual(payloadsOf(await stdoutOf(callAll)), expected);
});

test("a replaced _send gets the payloads, and nothing is written", async () => {
  const source = `
    const sent = [];
    const { _send } = Kestra;
    Kestra._send = (payload) => sent.push(payload);
    ${callAll}
    Kestra._send = _send;
    console.log(JSON.stringify(sent));`;

  assert.deepEqual(JSON.parse(await stdoutOf(source)), expected);
});

test("a replaced format makes the line", async () => {
  const source = `
    Kestra.format = (payload) => "::" + JSON.stringify(payload, (key, value) => value?.call ? "encoded" : value) + "::";
    Kestra.outputs({ value: () => 1 });
    Kestra.counter("rows", 3);`;

  assert.deepEqual(payloadsOf(await stdoutOf(source)), [
    { outputs: { value: "encoded" } },
    metric("rows", "counter", 3),
  ]);
});

test("a replaced _metrics gets each metric", async () => {
  const source = `
    const calls = [];
    Kestra._metrics = (...call) => calls.push(call);
    Kestra.counter("rows", 3, { table: "orders" });
    Kestra.gauge("fill", 0.5);
    Kestra.timer("load", 2);
    Kestra.timer("wait", () => {});
    console.log(JSON.stringify(calls.map(([name, type, value]) => [name, type, typeof value])));`;

  assert.deepEqual(JSON.parse(await stdoutOf(source)), [
    ["rows", "counter", "number"],
    ["fill", "gauge", "number"],
    ["load", "timer", "number"],
    ["wait", "timer", "number"],
  ]);
});

test("a timer measures until the callback is called", async () => {
  const [payload, ...others] = payloadsOf(
    await stdoutOf('Kestra.timer("test_timer", (callback) => { setTimeout(callback, 10); });'),
  );

  assert.deepEqual(others, []);
  assert.deepEqual(payload, metric("test_timer", "timer", payload.metrics[0].value));
  assert.ok(payload.metrics[0].value > 0);
});

for (const level of ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"]) {
  test(`the logger sends a number at ${level}`, async () => {
    const { stdout, stderr } = await run(`Kestra.logger().${level.toLowerCase()}(0.5);`);

    assert.deepEqual(payloadsOf(stdout + stderr), [{ logs: [{ level, message: "0.5" }] }]);
  });
}
