import org.apache.spark.sql.SparkSession

/** What the worker's tests run: the argument --do says what happens. */
object Script {
  def main(args: Array[String]): Unit = {
    val options = args.grouped(2).map(pair => pair(0) -> pair(1)).toMap
    val spark = SparkSession.builder().getOrCreate()
    options("--do") match {
      case "print" =>
        println("said by the script: " + options("--text"))
        Console.err.println("and complained")
        new Thread(() => println("by a thread of its own")).start()
      case "view" =>
        spark.range(3).createOrReplaceTempView("mine")
        spark.conf.set("spark.sql.session.timeZone", "Asia/Tokyo")
      case "look" =>
        println("sees " + spark.catalog.tableExists("mine") + " " + spark.conf.get("spark.sql.session.timeZone"))
      case "fail" => throw new IllegalStateException("first line\nsecond line")
      case "sleep" => Thread.sleep(600000)
      case "spark" =>
        println("starts")
        spark.range(1000000000000L).selectExpr("sum(hash(id))").collect()
      case "exit"   => System.exit(7)
      case "unwarm" => spark.stop()
      case "jar"    => call("ExtraJob", args)
      case "lake"   => call("LakeJob", args)
    }
  }

  private def call(job: String, args: Array[String]): Unit =
    Class
      .forName("dev.sluice.local.spark." + job, true, Thread.currentThread.getContextClassLoader)
      .getMethod("main", classOf[Array[String]])
      .invoke(null, args)
}
