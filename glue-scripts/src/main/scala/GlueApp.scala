import java.lang.reflect.InvocationTargetException

/**
 * The script that AWS Glue compiles and starts. It hands all arguments to the Java main class that the argument
 * `--job` names, which lies in a jar of `--extra-jars`.
 *
 * An exception that leaves `main` makes Glue mark the run FAILED with the exception's message, so the job's own
 * exception leaves here, not reflection's wrapper around it. Glue's page on Scala scripts that call classes of
 * extra jars: https://docs.aws.amazon.com/glue/latest/dg/glue-etl-scala-example.html
 */
object GlueApp {
  def main(sysArgs: Array[String]): Unit = {
    val name = jobClass(sysArgs)
    val loader = Option(Thread.currentThread.getContextClassLoader).getOrElse(getClass.getClassLoader)
    val job =
      try Class.forName(name, true, loader)
      catch {
        case _: ClassNotFoundException =>
          throw new IllegalArgumentException(
            s"--job names $name, which is in no jar of --extra-jars; expected a Java main class such as dev.sluice.glue.SqlJob")
      }
    try job.getMethod("main", classOf[Array[String]]).invoke(null, sysArgs)
    catch {
      case wrapped: InvocationTargetException => throw wrapped.getCause
    }
  }

  private def jobClass(sysArgs: Array[String]): String = {
    val at = sysArgs.indexOf("--job")
    if (at < 0 || at + 1 >= sysArgs.length)
      throw new IllegalArgumentException(
        "the argument --job is missing; expected a Java main class such as dev.sluice.glue.SqlJob")
    sysArgs(at + 1)
  }
}
