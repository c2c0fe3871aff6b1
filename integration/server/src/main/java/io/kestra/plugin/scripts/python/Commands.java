package io.kestra.plugin.scripts.python;

import io.kestra.libs.engine.CommandsTask;

public class Commands extends CommandsTask {
}
