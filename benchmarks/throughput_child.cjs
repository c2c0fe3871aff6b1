/**
 * Measure one way to log from Node, on whatever standard output is; the script that throughput.py generates calls this.
 *
 * Each way has a process of its own: whoever touches `process.stdout` first changes descriptor 1 for all others.
 */

const fs = require("node:fs");

const settings = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

/** Time `call`, and `drained` where there is one, by message, and leave the seconds of a record, by kind of message, in the result file. */
exports.measure = async function measure(call, drained) {
  const messages = Object.entries(settings.messages).map(([kind, { message, record }]) => {
    return { kind, message, line: Buffer.from(record) };
  });
  // All kinds are counted before one is timed: the first ones would be those for which V8 has yet to compile the code.
  const counts = {};
  for (const { kind, message, line } of messages) {
    let count = 16;
    let total = 0;
    while (total < settings.seconds / 2) {
      count *= 2;
      total = await timed(call, drained, message, line, count);
    }
    counts[kind] = Math.max(1, Math.round((count * settings.seconds) / total));
  }
  const seconds = {};
  for (const { kind, message, line } of messages) {
    seconds[kind] = (await timed(call, drained, message, line, counts[kind])) / counts[kind];
  }
  fs.writeFileSync(settings.result, JSON.stringify(seconds));
};

/** Return the time in seconds, of the clock that the settings ask for; the processor's has V8's other threads in it. */
function now() {
  if (settings.clock === "wall") return Number(process.hrtime.bigint()) / 1e9;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Return the seconds until the last of `count` records is written, not only queued. */
async function timed(call, drained, message, line, count) {
  const start = now();
  for (let index = 0; index < count; index++) call(message, line);
  if (drained) await drained();
  return now() - start;
}
