/** Measure the encoders of outputs in turn in one process; the script that outputs.py generates calls this. */

const fs = require("node:fs");
const v8 = require("node:v8");
const vm = require("node:vm");

const settings = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

/** Return so many members, each made by its number. */
function list(count, member) {
  return Array.from({ length: count }, (_, number) => member(number));
}

const RECORDS = "100,000 records with a date, a BigInt and text outside ASCII";

/** Return functions that make the outputs, by kind; `outputs.py` has the same, except the records. */
function values() {
  const row = { name: "a name", share: 0.5, ok: true };
  return {
    "a table of 3,000 rows, 170 KB": () => list(3_000, (number) => ({ id: number, ...row })),
    "a table of 400,000 rows, 23 MB": () => list(400_000, (number) => ({ id: number, ...row })),
    "10,000 lists of one number": () => list(10_000, (number) => [number]),
    "10,000 numbers, most with an exponent": () => list(10_000, (number) => number * 1e-7),
    "one small object": () => ({ rows: 3, file: "a.csv" }),
    [RECORDS]: () =>
      list(100_000, (number) => {
        return {
          id: number,
          at: new Date(1.7e12 + number * 1e6),
          rows: BigInt(number),
          name: `Zażółć gęślą jaźń ${number}`,
        };
      }),
  };
}

/** Return a value as `JSON.stringify` can write it. */
function plain(kind, value) {
  return kind === RECORDS
    ? value.map((each) => ({ ...each, at: each.at.toISOString(), rows: Number(each.rows) }))
    : value;
}

/** Return the processor time of a call in seconds, V8's other threads included. */
function timed(encode, payload, count) {
  const start = process.cpuUsage();
  for (let index = 0; index < count; index++) encode(payload);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / count;
}

/** Measure with the given settings, and write the seconds of each round to the result file. */
exports.measure = function measure(Kestra) {
  const encoders = { "Kestra.format": (payload) => Kestra.format(payload), "JSON.stringify": JSON.stringify };
  const others = list(settings.objects, (number) => [number]);
  const figures = {};
  for (const [kind, make] of Object.entries(values())) {
    const value = make();
    const payloads = {
      "Kestra.format": { outputs: { v: value } },
      "JSON.stringify": { outputs: { v: plain(kind, value) } },
    };
    const count = Math.max(1, Math.round(0.02 / Math.max(timed(JSON.stringify, payloads["JSON.stringify"], 1), 1e-5)));
    figures[kind] = Object.fromEntries(Object.keys(encoders).map((name) => [name, []]));
    for (let round = 0; round < settings.rounds; round++) {
      for (const [name, encode] of Object.entries(encoders))
        figures[kind][name].push(timed(encode, payloads[name], count));
    }
  }
  if (others.length !== settings.objects) throw new Error("expected the other objects to be there");
  fs.writeFileSync(settings.result, JSON.stringify(figures));
};

/** Write one kind of outputs to standard output, by one encoder; write the peak memory above the data's, in MiB. */
exports.measurePeak = function measurePeak(Kestra) {
  const { kind, encoder, result } = settings;
  const value = values()[kind]();
  const outputs = { v: encoder === "JSON.stringify" ? plain(kind, value) : value };
  const status = (name) =>
    Number(new RegExp(`${name}:\\s*(\\d+)`).exec(fs.readFileSync("/proc/self/status", "latin1"))[1]);
  v8.setFlagsFromString("--expose-gc");
  vm.runInNewContext("gc")();
  fs.writeFileSync("/proc/self/clear_refs", "5"); // the peak is the present size
  const before = status("VmRSS");
  if (encoder === "JSON.stringify") fs.writeSync(1, `::${JSON.stringify({ outputs })}::\n`);
  else Kestra.outputs(outputs);
  fs.writeFileSync(result, JSON.stringify((status("VmHWM") - before) / 1024));
};
