package io.kestra.plugin.scripts.shell;

import io.kestra.libs.server.CommandsTask;

public class Commands extends CommandsTask {
}
