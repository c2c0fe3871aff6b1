package io.kestra.plugin.scripts.python;

import io.kestra.libs.server.CommandsTask;

public class Commands extends CommandsTask {
}
