import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";

import { PROJECT, logOf, run, runInShell, scriptFile, stdoutOf } from "./run.mjs";

const COUNT = 20_000;
const FLOOD = `const { info } = Kestra.logger(); for (let i = 0; i < ${COUNT}; i++) info("record " + i);`;
const FLOODED = Array.from({ length: COUNT }, (_, i) => logOf("INFO", `"record ${i}"`)).join("");

/** Run a script whose reader pauses after each chunk, so that the pipe is full most of the time. */
async function runSlowly(source) {
  const child = spawn(process.execPath, [scriptFile(source)], { cwd: PROJECT });
  const closed = once(child, "close");
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
  let stdout = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    stdout += chunk;
    await setTimeout(5);
  }
  const [status] = await closed;
  return { stdout, stderr, status };
}

for (const [about, source, status] of [
  ["at process.exit", `${FLOOD} process.exit(3);`, 3],
  ["at an uncaught error", `${FLOOD} throw new Error("end");`, 1],
  ["at process.exit once the script has looked at process.stdout", `process.stdout; ${FLOOD} process.exit(3);`, 3],
  [
    "at process.exit when a worker has made the pipe not block",
    `import { Worker } from "node:worker_threads"; new Worker("", { eval: true }); ${FLOOD} process.exit(3);`,
    3,
  ],
  [
    "on a pipe that a child process has made not to block",
    `import { spawn } from "node:child_process";
     const stays = "process.stdout; process.send('done'); process.on('disconnect', process.exit)";
     const child = spawn(process.execPath, ["-e", stays], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
     child.once("message", () => { ${FLOOD} child.disconnect(); });`,
    0,
  ],
]) {
  test(`nothing is lost ${about}`, async () => {
    const result = await runSlowly(source);

    assert.equal(result.stdout, FLOODED);
    assert.equal(result.status, status);
  });
}

test("a record keeps its position among the lines of console.log", async () => {
  const source = `
    for (let i = 0; i < 2000; i++) {
      console.log("line " + i + "x".repeat(i));
      Kestra.logger().info("record " + i);
    }
    process.exit(0);`;
  const expected = Array.from(
    { length: 2_000 },
    (_, i) => `line ${i}${"x".repeat(i)}\n${logOf("INFO", `"record ${i}"`)}`,
  );

  assert.equal((await runSlowly(source)).stdout, expected.join(""));
});

test("a record comes after lines that console.log had queued before the first record", async () => {
  const source = `
    for (let i = 0; i < 500; i++) console.log("line " + i + "x".repeat(1000));
    Kestra.logger().info("record");
    console.log("last");`;
  const lines = Array.from({ length: 500 }, (_, i) => `line ${i}${"x".repeat(1_000)}\n`).join("");

  assert.equal((await runSlowly(source)).stdout, `${lines}${logOf("INFO", '"record"')}last\n`);
});

test("a record to standard error keeps its position among the lines of console.error", async () => {
  const { stderr } = await run(
    'Kestra.logger().warn("a"); console.error("b"); Kestra.logger().error("c"); console.error("d");',
  );

  assert.equal(stderr, `${logOf("WARN", '"a"')}b\n${logOf("ERROR", '"c"')}d\n`);
});

test("the caller's replacement of process.stdout.write gets the record", async () => {
  const source = `
    const original = process.stdout.write;
    process.stdout.write = function (text, ...rest) { return original.call(this, "<" + text.trim() + ">\\n", ...rest); };
    Kestra.logger().info("a");
    process.stdout.write = original;
    Kestra.logger().info("b");`;

  assert.equal(await stdoutOf(source), `<${logOf("INFO", '"a"').trim()}>\n${logOf("INFO", '"b"')}`);
});

test("the caller's replacement of process.stdout gets the record", async () => {
  const source = `
    import { PassThrough } from "node:stream";
    const real = Object.getOwnPropertyDescriptor(process, "stdout");
    const stdout = new PassThrough();
    Object.defineProperty(process, "stdout", { value: stdout, configurable: true });
    Kestra.logger().info("a");
    Object.defineProperty(process, "stdout", real);
    Kestra.logger().info("b");
    console.log("captured " + stdout.read());`;

  assert.equal(await stdoutOf(source), `${logOf("INFO", '"b"')}captured ${logOf("INFO", '"a"')}\n`);
});

test("a getter or a Proxy that replaces process.stdout gets the record", async () => {
  const source = `
    const seen = [];
    const { stdout } = process;
    Object.defineProperty(process, "stdout", { get: () => ({ write: (text) => seen.push("getter " + text) }), configurable: true });
    Kestra.logger().info("a");
    const get = (target, key) => (key === "write" ? (text) => seen.push("proxy " + text) : target[key]);
    Object.defineProperty(process, "stdout", { value: new Proxy(stdout, { get }) });
    Kestra.logger().info("b");
    stdout.write(seen.join(""));`;

  assert.equal(await stdoutOf(source), `getter ${logOf("INFO", '"a"')}proxy ${logOf("INFO", '"b"')}`);
});

for (const [about, stream] of [
  ["that throws", '{ write() { throw new Error("no"); } }'],
  ["that fails later", 'new Writable({ write(chunk, encoding, done) { done(new Error("no")); } })'],
  ["that has ended", "new PassThrough().end()"],
  ["that is missing", "undefined"],
]) {
  test(`a stream ${about} does not fail the script`, async () => {
    const source = `
      import { PassThrough, Writable } from "node:stream";
      Object.defineProperty(process, "stdout", { value: ${stream} });
      Kestra.logger().info("a");
      Kestra.logger().info("b");
      setImmediate(() => Kestra.logger().warn("goes on"));`;

    assert.deepEqual(await run(source), { stdout: "", stderr: logOf("WARN", '"goes on"'), status: 0 });
  });
}

for (const [about, redirection] of [
  ["closed", ">&-"],
  ["full", ">/dev/full"],
  ["without a reader", "> >(exit)"],
]) {
  test(`a standard output that is ${about} does not fail the script`, async () => {
    const { stderr, status } = await runInShell(
      `"$NODE" "$SCRIPT" ${redirection}`,
      'for (let i = 0; i < 3000; i++) Kestra.logger().info("x".repeat(1000)); Kestra.logger().warn("goes on"); setImmediate(() => Kestra.log("WARN", "still"));',
    );

    assert.equal(stderr, logOf("WARN", '"goes on"') + logOf("WARN", '"still"'));
    assert.equal(status, 0);
  });
}

test("a queued record whose reader ends does not fail the script", async () => {
  const { stdout, stderr } = await runInShell(
    '"$NODE" "$SCRIPT" | head -c 10 >/dev/null; echo "${PIPESTATUS[0]}"',
    `for (let i = 0; i < 500; i++) console.log("x".repeat(1000));
     Kestra.logger().info("queued");
     process.stdout.once("close", () => {
       Kestra.logger().info("too late");
       Kestra.logger().warn("goes on");
     });`,
  );

  assert.equal(stderr, logOf("WARN", '"goes on"'));
  assert.equal(stdout, "0\n");
});

test("a descriptor that the script closes does not fail it", async () => {
  const source =
    'import fs from "node:fs"; fs.closeSync(1); Kestra.logger().info("a"); Kestra.logger().warn("goes on");';

  assert.deepEqual(await run(source), { stdout: "", stderr: logOf("WARN", '"goes on"'), status: 0 });
});

test("after a record that a full disk cut off, the next one starts a line", async () => {
  // A file that may not grow beyond 1,024 bytes stands for the disk; without the trap its signal ends the script.
  const { stdout } = await runInShell(
    'cd "$(mktemp -d)"; trap "" XFSZ; (ulimit -f 1; "$NODE" "$SCRIPT" >>file); cat file',
    `import fs from "node:fs";
     Kestra.logger().info("x".repeat(2000));
     fs.ftruncateSync(1, 100);
     Kestra.logger().info("whole");`,
  );

  assert.equal(stdout, `${logOf("INFO", `"${"x".repeat(2_000)}"`).slice(0, 100)}\n${logOf("INFO", '"whole"')}`);
});

/** Return the source of a script that starts workers, each of which runs a source with its number as `id`. */
function workersOf(count, source) {
  const path = scriptFile(
    `import { workerData } from "node:worker_threads";\nconst { id, signal } = workerData;\n${source}`,
  );
  return `
    import { Worker } from "node:worker_threads";
    const signal = new Int32Array(new SharedArrayBuffer(4));
    for (let id = 0; id < ${count}; id++) new Worker(${JSON.stringify(path)}, { workerData: { id, signal } });`;
}

test("nothing is lost when a worker calls process.exit", async () => {
  assert.equal((await runSlowly(workersOf(1, `${FLOOD} process.exit();`))).stdout, FLOODED);
});

test("a record of a worker does not wait for a busy main thread", async () => {
  const worker = 'Kestra.logger().info("worker"); Atomics.store(signal, 0, 1); Atomics.notify(signal, 0);';
  const source = `${workersOf(1, worker)}
    const outcome = Atomics.wait(signal, 0, 0, 60_000);
    Kestra.logger().info("main " + (outcome === "timed-out" ? "waited in vain" : "had the worker's word"));`;

  assert.equal(await stdoutOf(source), logOf("INFO", '"worker"') + logOf("INFO", '"main had the worker\'s word"'));
});

test("records of up to 4,096 bytes of several threads never mix", async () => {
  const source = `${workersOf(4, `for (let i = 0; i < 500; i++) Kestra.logger().info(id + "x".repeat(id * 1000));`)}
    for (let i = 0; i < 500; i++) Kestra.logger().info("main");`;
  const messages = ["main", ...[0, 1, 2, 3].map((id) => id + "x".repeat(id * 1_000))];
  const counts = new Map(messages.map((message) => [logOf("INFO", `"${message}"`), 0]));
  for (const line of (await runSlowly(source)).stdout.split(/(?<=\n)/)) counts.set(line, (counts.get(line) ?? 0) + 1);

  assert.deepEqual(
    [...counts],
    messages.map((message) => [logOf("INFO", `"${message}"`), 500]),
  );
});

test("a worker's replacement of its process.stdout.write gets the record", async () => {
  const source = workersOf(
    1,
    `
    const original = process.stdout.write;
    process.stdout.write = function (text, ...rest) { return original.call(this, "<" + text.trim() + ">\\n", ...rest); };
    Kestra.logger().info("a");`,
  );

  assert.equal(await stdoutOf(source), `<${logOf("INFO", '"a"').trim()}>\n`);
});
