package io.kestra.plugin.scripts.shell;

import io.kestra.core.runners.RunContext;
import io.kestra.libs.server.ScriptTask;
import io.kestra.plugin.scripts.exec.scripts.runners.CommandsWrapper;

public class Script extends ScriptTask {
    public Script() {
        super("sh", ".sh", "");
    }

    /** Returns the script itself, which is what the interpreter, `/bin/sh -c`, takes: there is no file. */
    @Override
    protected String command(RunContext runContext, CommandsWrapper commands) throws Exception {
        return commands.render(runContext, getScript());
    }
}
