package io.kestra.plugin.scripts.node;

import io.kestra.libs.engine.CommandsTask;

public class Commands extends CommandsTask {
}
