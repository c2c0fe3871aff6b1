package io.kestra.libs.server;

import java.util.List;
import java.util.Map;

import io.kestra.core.models.property.Property;
import io.kestra.core.models.tasks.RunnableTask;
import io.kestra.core.runners.RunContext;
import io.kestra.plugin.core.runner.Process;
import io.kestra.plugin.scripts.exec.AbstractExecScript;
import io.kestra.plugin.scripts.exec.scripts.models.ScriptOutput;
import io.kestra.plugin.scripts.exec.scripts.runners.CommandsWrapper;

/**
 * The `Commands` tasks of Kestra's script plugins, which are not on Maven Central, built from Kestra's own classes.
 *
 * <p>A task without a runner runs as a process, while the plugins' tasks start a Docker container.
 */
public abstract class CommandsTask extends AbstractExecScript implements RunnableTask<ScriptOutput> {
    protected Property<String> containerImage;

    protected Property<List<String>> commands;

    protected CommandsTask() {
        this.taskRunner = Process.instance();
    }

    @Override
    public Property<String> getContainerImage() {
        return containerImage;
    }

    public Property<List<String>> getCommands() {
        return commands;
    }

    @Override
    public ScriptOutput run(RunContext runContext) throws Exception {
        return prepared(this.commands(runContext), this).withCommands(commands).run();
    }

    /** Sets what every task of the plugins sets; without PYTHONUNBUFFERED a Python script's prints come at its end. */
    static CommandsWrapper prepared(CommandsWrapper commands, AbstractExecScript task) {
        return commands
            .addEnv(Map.of("PYTHONUNBUFFERED", "true"))
            .withInterpreter(task.getInterpreter())
            .withBeforeCommands(task.getBeforeCommands())
            .withBeforeCommandsWithOptions(true);
    }
}
