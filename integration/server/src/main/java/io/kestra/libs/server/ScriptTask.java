package io.kestra.libs.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.kestra.core.models.property.Property;
import io.kestra.core.models.tasks.RunnableTask;
import io.kestra.core.models.tasks.runners.TargetOS;
import io.kestra.core.runners.FilesService;
import io.kestra.core.runners.RunContext;
import io.kestra.plugin.core.runner.Process;
import io.kestra.plugin.scripts.exec.AbstractExecScript;
import io.kestra.plugin.scripts.exec.scripts.models.ScriptOutput;
import io.kestra.plugin.scripts.exec.scripts.runners.CommandsWrapper;

/**
 * The `Script` tasks of Kestra's script plugins, which are not on Maven Central, built from Kestra's own classes.
 *
 * <p>A task without a runner runs as a process, while the plugins' tasks start a Docker container.
 */
public abstract class ScriptTask extends AbstractExecScript implements RunnableTask<ScriptOutput> {
    private final String program;

    private final String fileExtension;

    private final String head;

    protected Property<String> containerImage;

    protected Property<String> script;

    /** Takes the program that runs the script's file, the file's extension, and the lines before the script. */
    protected ScriptTask(String program, String fileExtension, String head) {
        this.program = program;
        this.fileExtension = fileExtension;
        this.head = head;
        this.taskRunner = Process.instance();
    }

    @Override
    public Property<String> getContainerImage() {
        return containerImage;
    }

    public Property<String> getScript() {
        return script;
    }

    @Override
    public ScriptOutput run(RunContext runContext) throws Exception {
        CommandsWrapper commands = CommandsTask.prepared(this.commands(runContext), this);
        return commands.withCommands(Property.ofValue(List.of(command(runContext, commands)))).run();
    }

    /** Writes the script's file and returns the command that runs it. */
    protected String command(RunContext runContext, CommandsWrapper commands) throws Exception {
        Path path = runContext.workingDir().createTempFile(fileExtension);
        String name = runContext.workingDir().path().relativize(path).toString();
        Map<String, Object> variables = commands.getTaskRunner().additionalVars(runContext, commands);
        FilesService.inputFiles(runContext, variables, Map.of(name, head + commands.render(runContext, script)));
        TargetOS targetOS = runContext.render(this.getTargetOS()).as(TargetOS.class).orElseThrow();
        return program + " " + commands.getTaskRunner().toAbsolutePath(runContext, commands, name, targetOS);
    }
}
