package io.kestra.plugin.scripts.shell;

import io.kestra.libs.engine.CommandsTask;

public class Commands extends CommandsTask {
}
