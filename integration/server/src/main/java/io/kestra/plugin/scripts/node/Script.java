package io.kestra.plugin.scripts.node;

import io.kestra.libs.server.ScriptTask;

public class Script extends ScriptTask {
    public Script() {
        super("node", ".js", "");
    }
}
