import org.apache.hadoop.fs.Path
import org.apache.spark.sql.SparkSession

/** Leaves a thread behind that calls S3 when the run has ended. */
object Late {
  def main(args: Array[String]): Unit = {
    val configuration = SparkSession.builder().getOrCreate().sparkContext.hadoopConfiguration
    new Path("s3://lake/").getFileSystem(configuration)
    require(System.getProperty("aws.accessKeyId") == "key-of-late")
    val thread = new Thread(() => {
      Thread.sleep(2000)
      println("found no credentials: " + (System.getProperty("aws.accessKeyId") == null))
      try new Path("s3://lake/").getFileSystem(configuration)
      catch { case refused: java.io.IOException => println(refused.getMessage) }
    })
    thread.setDaemon(true)
    thread.start()
  }
}
