/** Counts what arrives: no record is lost, torn or doubled, however many write, whatever the reader does. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PROJECT, runInShell, scriptFile } from "./run.mjs";

const RECORD = /^::\{"logs":\[\{"level":"INFO","message":"(.*)"\}\]\}::$/;

/** Return the source of a function that sends so many records, of sizes in turn, each with a name of its own in front. */
function sender(sizes, count) {
  return `
    function send(writer) {
      const sizes = ${JSON.stringify(sizes)};
      for (let i = 0; i < ${count}; i++) {
        const head = writer + "-" + i + "-";
        Kestra.logger().info(head.padEnd(sizes[i % sizes.length] - 45, "x"));
      }
    }`;
}

/** Return how many records there are of each name, and how many lines are none. */
function counted(text) {
  const names = new Map();
  let torn = 0;
  for (const line of text.split("\n").slice(0, -1)) {
    // A record of more than a message's length holds it in pieces.
    const message = RECORD.exec(line.replaceAll(/"\},\{"level":"INFO","message":"/g, ""))?.[1];
    const name = message?.match(/^(\w+-\d+)-x*$/)?.[1];
    if (name === undefined) torn++;
    else names.set(name, (names.get(name) ?? 0) + 1);
  }
  return { records: names.size, doubled: [...names.values()].filter((count) => count > 1).length, torn };
}

/** Run a command line whose output goes through a FIFO, which is read 8 KiB at a time, as Kestra does; pause first, and after each read. */
async function read(commandLine, environment, { first = 0, each = 0 } = {}) {
  const fifo = join(PROJECT, "fifo");
  const child = spawn("bash", ["-c", `rm -f "$FIFO"; mkfifo "$FIFO" && echo made && { ${commandLine}; } >"$FIFO"`], {
    cwd: PROJECT,
    env: { ...process.env, NODE: process.execPath, FIFO: fifo, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = new Promise((resolve) => child.on("close", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const descriptor = openSync(fifo, "r");
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const chunk = Buffer.alloc(8_192);
  const chunks = [];
  Atomics.wait(cell, 0, 0, first);
  for (let size; (size = readSync(descriptor, chunk)) > 0; Atomics.wait(cell, 0, 0, each)) {
    chunks.push(Buffer.from(chunk.subarray(0, size)));
  }
  closeSync(descriptor);
  return { stdout: Buffer.concat(chunks).toString(), status: await closed };
}

for (const [about, sizes, count] of [
  ["200 bytes", [200], 2_000],
  ["5,000 bytes", [5_000], 1_000],
  ["65,536 bytes", [65_536], 60],
  ["300,000 bytes", [300_000], 20],
  ["all these sizes", [200, 5_000, 300, 65_536, 100, 300_000], 60],
]) {
  const THREADS = 5;
  const script = (first, second) => `${first}\n${second}
    ${sender(sizes, count)}
    if (isMainThread) for (let id = 1; id < ${THREADS}; id++) new Worker(FILE, { workerData: id });
    send("writer" + (workerData ?? 0));`;
  const threads =
    'const { Worker, isMainThread, workerData } = require("node:worker_threads"); const FILE = __filename;';
  const kestra = 'const Kestra = require("@kestra-io/libs");';
  for (const [order, source, extension] of [
    [
      "import",
      script(
        'import Kestra from "@kestra-io/libs";',
        'import { Worker, isMainThread, workerData } from "node:worker_threads"; const FILE = new URL(import.meta.url);',
      ),
      "mjs",
    ],
    ["require before node:worker_threads", script(kestra, threads), "cjs"],
    ["require after node:worker_threads", script(threads, kestra), "cjs"],
  ]) {
    test(`records of ${about} of the main thread and four workers all arrive whole, with ${order}`, async () => {
      const path = join(PROJECT, `threads.${extension}`);
      writeFileSync(path, source);
      const { stdout, status } = await read('"$NODE" "$SCRIPT"', { SCRIPT: path });

      assert.deepEqual(counted(stdout), { records: THREADS * count, doubled: 0, torn: 0 });
      assert.equal(status, 0);
    });
  }
}

test("a worker that is terminated during a record neither blocks the others nor damages their records", async () => {
  const SCRIPT = scriptFile(`
    import { Worker, isMainThread, workerData } from "node:worker_threads";
    ${sender([300_000], 1_000_000)}
    if (!isMainThread) send("worker");
    const worker = new Worker(new URL(import.meta.url), { workerData: 1 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await worker.terminate();
    Kestra.logger().info("last-1-");`);
  const { stdout, status } = await read('"$NODE" "$SCRIPT"', { SCRIPT }, { each: 1 });

  assert.equal(stdout.split("\n").at(-2), '::{"logs":[{"level":"INFO","message":"last-1-"}]}::');
  assert.equal(counted(stdout).torn <= 1, true);
  assert.equal(status, 0);
});

for (const [about, end, expected] of [
  ["process.exit", "process.exit(3);", 3],
  ["an uncaught error", 'throw new Error("end");', 1],
]) {
  test(`with a reader that sleeps, nothing is lost at ${about}, and the memory stays small`, async () => {
    const SCRIPT = scriptFile(`
      import { writeFileSync } from "node:fs";
      console.log("writer-0-"); // what console.log had queued would come in its place
      ${sender([200], 100_000)}
      send("record");
      writeFileSync("memory", String(process.memoryUsage.rss()));
      ${end}`);
    const { stdout, status } = await read('"$NODE" "$SCRIPT" 2>/dev/null', { SCRIPT }, { first: 500 });

    assert.equal(stdout.slice(0, 10), "writer-0-\n");
    assert.deepEqual(counted(stdout.slice(10)), { records: 100_000, doubled: 0, torn: 0 });
    assert.equal(status, expected);
    assert.equal(Number(readFileSync(join(PROJECT, "memory"))) < 200 * 2 ** 20, true);
  });
}

test("lines that console.log prints before the first record are not lost at process.exit", async () => {
  const SCRIPT = scriptFile(`
    for (let i = 0; i < 2000; i++) console.log("line " + i + "x".repeat(1000));
    Kestra.logger().info("record");
    process.exit();`);
  const lines = Array.from({ length: 2_000 }, (_, i) => `line ${i}${"x".repeat(1_000)}\n`).join("");
  const { stdout } = await read('"$NODE" "$SCRIPT"', { SCRIPT }, { first: 200 });

  assert.equal(stdout, `${lines}::{"logs":[{"level":"INFO","message":"record"}]}::\n`);
});

test("records of up to 4,096 bytes of four processes never mix", async () => {
  const SCRIPT = scriptFile(`${sender([200, 4_096, 1_000], 1_000)} send("writer" + process.argv[2]);`);
  const { stdout } = await read('(for i in 1 2 3 4; do "$NODE" "$SCRIPT" $i & done; wait)', { SCRIPT });

  assert.deepEqual(counted(stdout), { records: 4_000, doubled: 0, torn: 0 });
});

test("nothing is lost on a pipe that another process has made non-blocking", async () => {
  const SCRIPT = scriptFile(`${sender([200, 20_000], 3_000)} send("writer");`);
  const { stdout } = await read(
    // O_NONBLOCK is of the pipe, not of the process that sets it, which here lives as long as the script.
    `exec 3>&1; "$NODE" -e 'process.stdout; process.stdin.resume()' < <("$NODE" "$SCRIPT" >&3)`,
    { SCRIPT },
    { each: 1 },
  );

  assert.deepEqual(counted(stdout), { records: 3_000, doubled: 0, torn: 0 });
});

for (const [about, commandLine] of [
  ["the reader has gone", '"$NODE" "$SCRIPT" | head -c 10000 >/dev/null; echo "${PIPESTATUS[0]}"'],
  ["the disk is full", '"$NODE" "$SCRIPT" >/dev/full; echo $?'],
]) {
  test(`the script continues when ${about}`, async () => {
    const { stdout, stderr } = await runInShell(
      commandLine,
      `${sender([200, 20_000], 1_000)} send("writer"); console.error("on");`,
    );

    assert.deepEqual([stdout, stderr], ["0\n", "on\n"]);
  });
}
