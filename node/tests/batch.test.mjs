import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";

import { PROJECT, runCommand, scriptFile } from "./run.mjs";

// Without one of these there is a record in Docker that says that a batch is of no use there.
const KUBERNETES = { KUBERNETES_SERVICE_HOST: "10.0.0.1" };
const TOLD =
  "batch: the Docker runner reads records of many logs slowly; batches are for Kubernetes, AWS Batch and Azure Batch";

/** Return the line of a record of entries, each a level and a message. */
function record(...entries) {
  return `::{"logs":[${entries.map(([level, message]) => JSON.stringify({ level, message })).join(",")}]}::\n`;
}

/** Return the line of a record of entries at INFO. */
function infos(...messages) {
  return record(...messages.map((message) => ["INFO", message]));
}

const HEAD = `const { batch, log } = Kestra, info = (message) => log("INFO", message); performance.now = () => 0;`;

/** Run a script as on Kubernetes, with a clock that stands still; return what it wrote, and its exit status. */
function runBatch(source, options = [], environment = {}) {
  const script = scriptFile(`${HEAD}\n${source}`);
  return runCommand(process.execPath, [...options, script], { ...KUBERNETES, ...environment });
}

function entriesOf(line) {
  return JSON.parse(line.slice(2, -2)).logs.map(({ message }) => message);
}

function linesOf(output) {
  return output.split("\n").slice(0, -1);
}

for (const [about, source, stdout, stderr = ""] of [
  [
    "logs of a moment are one record",
    `batch(() => {
       info("a"); Kestra.logger().debug("b");
       Kestra.logs([{ level: "TRACE", message: "c" }, { level: "INFO", message: "d" }]);
     });`,
    record(["INFO", "a"], ["DEBUG", "b"], ["TRACE", "c"], ["INFO", "d"]),
  ],
  [
    "nested batches are one",
    `batch(() => { info("a"); batch(() => info("b")); info("c") }); info("d");`,
    infos("a", "b", "c") + infos("d"),
  ],
  [
    "the batch of an async function ends with its promise",
    `const result = batch(async () => { info("a"); await null; info("b"); return "c" });
     info(await result); info("d");`,
    infos("a", "b") + infos("c") + infos("d"),
  ],
  [
    "what the function returns is returned",
    `info(batch(() => 3)); info(await batch(() => ({ then: (resolve) => resolve(4) })));`,
    infos("3") + infos("4"),
  ],
  [
    "an error that the function throws is passed on",
    `try { batch(() => { info("a"); info("b"); throw "c" }) } catch (error) { info(error) }
     await batch(async () => { info("d"); throw "e" }).catch(info);`,
    infos("a", "b") + infos("c") + infos("d") + infos("e"),
  ],
  [
    "an error is sent at once with what was logged before",
    `batch(() => {
       info("a"); log("WARN", "b"); log("ERROR", "c"); process.stderr.write("now\\n");
       info('{"level":"ERROR"}'); info("d");
     });`,
    infos('{"level":"ERROR"}', "d"),
    record(["INFO", "a"], ["WARN", "b"], ["ERROR", "c"]) + "now\n",
  ],
  [
    "outputs, assets and metrics keep their place",
    `batch(() => {
       info("a"); Kestra.outputs({ o: 1 }); info("b"); Kestra.assets({}); info("c"); Kestra.gauge("g", 1); info("d");
     });`,
    `${infos("a")}::{"outputs":{"o":1}}::\n${infos("b")}::{"assets":{}}::\n${infos("c")}` +
      `::{"metrics":[{"name":"g","type":"gauge","value":1,"tags":{}}]}::\n${infos("d")}`,
  ],
  [
    "printed text keeps its place",
    `batch(() => {
       info("a"); console.log("x"); info("b"); process.stdout.write("y"); info("c"); console.log("z"); info("d");
     });`,
    `${infos("a")}x\n${infos("b")}y\n${infos("c")}z\n${infos("d")}`,
  ],
  [
    "a stream that is replaced within a batch gets each log at once",
    `const { write } = process.stdout, texts = [];
     batch(() => {
       info("a"); info("b");
       process.stdout.write = (text) => texts.push(text);
       info("c"); info("d");
       process.stdout.write = write;
       for (const text of texts) process.stdout.write("kept " + text);
     });`,
    `${infos("a", "b")}kept ${infos("c")}kept ${infos("d")}`,
  ],
  [
    "the next call looks at the clock where no timer can run",
    `batch(() => {
       info("a"); performance.now = () => 49.9; info("b"); performance.now = () => 50; info("c"); info("d");
     });`,
    infos("a", "b", "c") + infos("d"),
  ],
  [
    "a batch that never ends does not keep the process",
    `batch(() => new Promise(() => {})); info("a"); info("b");`,
    infos("a", "b"),
  ],
  [
    "a worker thread has batches of its own",
    `import { isMainThread, Worker } from "node:worker_threads";
     import { once } from "node:events";
     if (isMainThread) {
       await batch(async () => {
         info("a"); console.log("text"); await once(new Worker(process.argv[1]), "exit"); info("d");
       });
     } else batch(() => { info("b"); info("c"); process.exit() });`,
    `${infos("a")}text\n${infos("b", "c")}${infos("d")}`,
  ],
]) {
  test(about, async () => {
    const result = await runBatch(source);

    assert.deepEqual(result, { stdout, stderr, status: 0 });
  });
}

test("a record has 32 entries at most, and a call with more is not divided", async () => {
  const { stdout } = await runBatch(`
    batch(() => {
      for (let i = 0; i < 70; i++) info(i);
      for (const length of [27, 40]) Kestra.logs(Array.from({ length }, () => ({ level: "INFO", message: "" })));
    });`);

  assert.deepEqual(
    linesOf(stdout).map((line) => entriesOf(line).length),
    [32, 32, 6, 27, 40],
  );
});

test("a record has 4,096 bytes at most, except that of one log", async () => {
  const { stdout } = await runBatch(`
    batch(() => {
      for (const length of [1330, 1330, 1331, 1330, 1331, 1331, 5000, 20000, 1]) info("x".repeat(length));
    });`);
  const lengths = linesOf(stdout).map((line) => entriesOf(line).map((message) => message.length));

  assert.deepEqual(lengths, [[1330, 1330, 1331], [1330, 1331], [1331], [5000], [15360, 4640], [1]]);
  assert.equal(linesOf(stdout)[0].length + 1, 4096);
});

test("a log waits for 50 ms, and the process not for the timer", async () => {
  const child = spawn(
    process.execPath,
    [scriptFile(`Kestra.batch(() => new Promise(() => {})); Kestra.log("INFO", "a"); process.stdin.resume();`)],
    { cwd: PROJECT, env: { ...process.env, ...KUBERNETES } },
  );
  const [output] = await once(child.stdout, "data"); // before the script ends
  child.stdin.end();

  assert.equal(String(output), infos("a"));
});

for (const [about, ending, status] of [
  ["process.exit", "process.exit(3)", 3],
  ["an uncaught error", "throw new Error()", 1],
  ["a rejection", "await Promise.reject(new Error())", 1],
  [
    "SIGTERM with a listener",
    `process.on("SIGTERM", () => process.exit(4)); process.kill(process.pid); await new Promise((end) => setTimeout(end, 20_000))`,
    4,
  ],
  ["the end of its work", "await new Promise(() => {})", 13],
]) {
  test(`a slow reader gets all in a tenth of the lines and of the time at ${about}`, async () => {
    const source = `
      performance.now = () => 0;
      await Kestra.batch(async () => {
        for (let i = 0; i < 2000; i++) Kestra.log("INFO", i);
        ${ending};
      });`;
    const child = spawn(process.execPath, [scriptFile(source)], {
      cwd: PROJECT,
      env: { ...process.env, ...KUBERNETES },
    });
    const closed = once(child, "close");
    child.stderr.resume();
    const lines = [];
    let rest = "";
    for await (const chunk of child.stdout.setEncoding("utf8")) {
      const whole = (rest + chunk).split("\n");
      rest = whole.pop();
      for (const line of whole) {
        await setTimeout(2);
        lines.push(line);
      }
    }

    assert.deepEqual(
      lines.flatMap(entriesOf),
      Array.from({ length: 2000 }, (_, i) => String(i)),
    );
    assert.ok(lines.length <= 200);
    assert.equal((await closed)[0], status);
  });
}

test("what is no function is refused", async () => {
  const { stdout } = await runBatch(`try { batch("a") } catch (error) { console.log(String(error)) }`);

  assert.equal(stdout, "TypeError: batch: expected a function, got string\n");
});

for (const [isDocker, name] of [
  [true, ""],
  [false, ""],
  [true, "KUBERNETES_SERVICE_HOST"],
  [true, "AWS_BATCH_JOB_ID"],
  [true, "AZ_BATCH_TASK_ID"],
]) {
  test(`it is told once that Docker is slower ${isDocker ? "in" : "out of"} Docker, with ${name || "no runner"}`, async () => {
    const source = `
      import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      delete process.env.KUBERNETES_SERVICE_HOST;
      if ("${name}") process.env["${name}"] = "1";
      const { existsSync } = fs;
      fs.existsSync = (path) => path === "/.dockerenv" ? ${isDocker} : existsSync(path);
      syncBuiltinESMExports();
      batch(() => { info("a"); info("b") });
      batch(() => { info("a"); info("b") });`;
    const told = isDocker && !name ? record(["DEBUG", TOLD]) : "";

    assert.equal((await runBatch(source)).stdout, told + infos("a", "b").repeat(2));
  });
}

test("KESTRA_CAPTURE_BATCH=1 batches what the capture sends", async () => {
  const source = `
    console.log("a"); console.warn("b"); console.debug("c");
    process.stdout.write('{"level":30,"time":1700000000000,"msg":"d"}\\n');
    console.error("e"); info("f"); process.stdout.write("text\\n"); console.log("g"); console.log("h");`;
  const result = await runBatch(source, ["--require", "@kestra-io/libs/capture"], { KESTRA_CAPTURE_BATCH: "1" });

  assert.deepEqual(result, {
    stdout: infos("f") + "text\n" + infos("g", "h"),
    stderr: record(["INFO", "a"], ["WARN", "b"], ["DEBUG", "c"], ["INFO", "d"], ["ERROR", "e"]),
    status: 0,
  });
});

test("a script without a batch does not load it", async () => {
  const source = `
    import { createRequire } from "node:module";
    info("a");
    console.log(Object.keys(createRequire(import.meta.url).cache).some((path) => path.endsWith("batch.js")));`;

  assert.equal((await runBatch(source)).stdout, infos("a") + "false\n");
});
