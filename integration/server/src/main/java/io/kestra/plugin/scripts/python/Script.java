package io.kestra.plugin.scripts.python;

import io.kestra.libs.server.ScriptTask;

public class Script extends ScriptTask {
    public Script() {
        super("python", ".py", "true = True\nfalse = False\nnull = None\n"); // so that JSON pastes as Python
    }
}
