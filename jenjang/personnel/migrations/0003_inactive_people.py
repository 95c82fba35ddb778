
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organization', '0002_seal'),
        ('personnel', '0002_seal'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='employeecurrent',
            index=models.Index(condition=models.Q(('active', False)), fields=['name', 'employee'], name='employeecurrent_inactive'),
        ),
    ]
