import java.io.FileReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Cuts topics off at their ends, as retention does. `java -cp <Kafka's jars> CutTopics.java settings topic …` */
public final class CutTopics {
  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    try (FileReader file = new FileReader(arguments[0])) {
      settings.load(file);
    }
    List<String> topics = Arrays.asList(arguments).subList(1, arguments.length);
    try (Admin admin = Admin.create(settings)) {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        topic.partitions().forEach(it -> ends.put(new TopicPartition(topic.name(), it.partition()), OffsetSpec.latest()));
      }
      Map<TopicPartition, RecordsToDelete> cuts = new HashMap<>();
      admin.listOffsets(ends).all().get().forEach((at, end) -> cuts.put(at, RecordsToDelete.beforeOffset(end.offset())));
      admin.deleteRecords(cuts).all().get();
    }
  }
}
