package io.kestra.plugin.scripts.node;

import io.kestra.libs.server.CommandsTask;

public class Commands extends CommandsTask {
}
