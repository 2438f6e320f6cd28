// node pipeline.mjs SERVICE FILE [NAME=VALUE…]: runs what a pipeline would run in the working folder, a git repository, as
// far as that is possible without the service. SERVICE is
//   github   a workflow or action.yml: the steps with `run`, by the shells and files that GitHub's runner gives them;
//            steps with `uses` are only named. NAME is a variable that the service sets, or input:NAME
//   gitlab   .gitlab-ci.yml by gitlab-ci-local, which checks it by GitLab's JSON Schema and knows rules and artifacts
//   gitee    .workflow/*.yml: the commands of each step
// serve:FILE puts a file on a server on loopback and {served} in the other values by its address. Prints what the steps print, then
// `exit N` and, for github, `output NAME=VALUE`.
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { load } from "js-yaml";

const [service, file, ...given] = process.argv.slice(2);
const pipeline = load(fs.readFileSync(file, "utf8"));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "matter-pipeline-"));
const variables = { CI: "true" };
const inputs = {};
let server;

const run = (command, args, env) =>
  new Promise((done) => {
    const child = spawn(command, args, { env: { ...process.env, ...variables, ...env }, stdio: ["ignore", "inherit", "inherit"] });
    child.on("exit", (code, signal) => done(signal ? 128 : code));
  });

/** NAME=VALUE lines that a step wrote. */
const pairs = (name) =>
  fs.existsSync(name) ? fs.readFileSync(name, "utf8").split("\n").filter(Boolean).map((line) => line.split(/=(.*)/s)) : [];

async function serve(name) {
  server = http.createServer((_, answer) => answer.end(fs.readFileSync(name)));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${server.address().port}/${path.basename(name)}`;
}

/** The expressions that our files use; another one is a mistake of the file or of this list. */
function filled(text, outputs) {
  return String(text ?? "").replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression) => {
    const [, kind, id, name] = /^(inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))?$/.exec(expression) ?? [];
    if (kind === "inputs" && id in inputs) return inputs[id];
    if (kind === "steps") return outputs[id]?.[name] ?? "";
    throw new Error(`unknown expression: ${expression}`);
  });
}

const filledAll = (env, outputs) => Object.fromEntries(Object.entries(env ?? {}).map(([name, value]) => [name, filled(value, outputs)]));

/** GitHub runs a step without `shell` by `bash -e`, and one with `shell: sh` by `sh -e`. */
async function github() {
  const composite = pipeline.runs?.using === "composite";
  if (!composite && Object.keys(pipeline.jobs).length !== 1) throw new Error("one job, please");
  const steps = composite ? pipeline.runs.steps : Object.values(pipeline.jobs)[0].steps;
  for (const [name, input] of Object.entries(pipeline.inputs ?? {})) inputs[name] ??= String(input.default ?? "");
  for (const name of Object.keys(inputs)) if (!pipeline.inputs?.[name]) throw new Error(`no input ${name}`);
  const place = (name) => path.join(scratch, name);
  Object.assign(variables, {
    GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: process.cwd(), RUNNER_TEMP: scratch, GITHUB_ENV: place("env"), GITHUB_PATH: place("path"),
    GITHUB_ACTION_PATH: path.dirname(path.resolve(file)), ...filledAll(pipeline.env, {}), ...variables,
  });
  variables.GITHUB_STEP_SUMMARY ??= place("summary");
  const outputs = {};
  let status = 0;
  for (const [i, step] of steps.entries()) {
    if (!step.run) {
      console.log(`step uses ${step.uses}`);
      continue;
    }
    if (status !== 0) continue;
    fs.writeFileSync(place("script"), step.run);
    const env = { GITHUB_OUTPUT: place(`output-${i}`), ...filledAll(step.env, outputs) };
    if (fs.existsSync(variables.GITHUB_PATH))
      env.PATH = [...fs.readFileSync(variables.GITHUB_PATH, "utf8").split("\n").filter(Boolean).reverse(), process.env.PATH].join(":");
    status = await run(step.shell ?? "bash", ["-e", place("script")], env);
    outputs[step.id ?? i] = Object.fromEntries(pairs(env.GITHUB_OUTPUT));
  }
  for (const [name, output] of Object.entries(pipeline.outputs ?? {})) console.log(`output ${name}=${filled(output.value, outputs)}`);
  return status;
}

async function gitlab() {
  fs.copyFileSync(file, ".gitlab-ci.yml");
  const runner = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "node_modules/.bin/gitlab-ci-local");
  const words = Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
  return run(runner, ["--force-shell-executor", "--no-color", "--ignore-predefined-vars", Object.keys(variables).join(","), ...words], {});
}

/** What Gitee documents of a pipeline; it publishes no schema. */
function checkGitee() {
  const only = (where, value, names) => {
    for (const name of Object.keys(value)) if (!names.includes(name)) throw new Error(`${where}: unknown ${name}`);
  };
  only("pipeline", pipeline, ["version", "name", "displayName", "triggers", "variables", "stages"]);
  only("triggers", pipeline.triggers, ["trigger", "push", "pr", "schedule"]);
  for (const kind of ["push", "pr"])
    only(`triggers.${kind}`, pipeline.triggers[kind].branches, ["prefix", "precise", "include", "exclude"]);
  for (const stage of pipeline.stages) {
    only("stage", stage, ["name", "displayName", "strategy", "trigger", "executor", "steps"]);
    for (const step of stage.steps)
      only("step", step, ["step", "name", "displayName", "gccVersion", "commands", "artifacts", "notify", "strategy"]);
  }
}

async function gitee() {
  checkGitee();
  for (const step of pipeline.stages.flatMap((stage) => stage.steps)) {
    const status = await run("bash", ["-c", step.commands.join("\n")], {});
    if (status !== 0) return status;
  }
  return 0;
}

let served = "";
for (const one of given.filter((text) => text.startsWith("serve:"))) served = await serve(one.slice(6));
for (const one of given.filter((text) => !text.startsWith("serve:"))) {
  const [name, value] = one.replace("{served}", served).split(/=(.*)/s);
  if (name.startsWith("input:")) inputs[name.slice(6)] = value;
  else variables[name] = value;
}
const status = await { github, gitlab, gitee }[service]();
server?.close();
fs.rmSync(scratch, { recursive: true });
console.log(`exit ${status}`);
